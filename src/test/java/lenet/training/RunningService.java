package lenet.training;

import lenet.classification.ClassificationService;
import lenet.dataset.Dataset;
import lenet.dataset.Split;
import lenet.model.ModelAliases;
import lenet.model.ModelRegistry;
import lenet.network.Optimiser;
import lenet.testing.RunningNode;
import lenet.testing.TinyEngine;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A running node and its beans that tests of jobs use. */
final class RunningService implements AutoCloseable {

    private final RunningNode node;

    RunningService(String url, String username, String password, String... settings) {
        node = new RunningNode(new RunningNode.Database(url, username, password), "test", settings);
    }

    TrainingService training() {
        return bean(TrainingService.class);
    }

    Housekeeping housekeeping() {
        return bean(Housekeeping.class);
    }

    <T> T bean(Class<T> type) {
        return node.bean(type);
    }

    JobTransitions transitions() {
        return bean(JobTransitions.class);
    }

    JobStore store() {
        return bean(JobStore.class);
    }

    ModelRegistry registry() {
        return bean(ModelRegistry.class);
    }

    ModelAliases aliases() {
        return bean(ModelAliases.class);
    }

    ClassificationService classification() {
        return bean(ClassificationService.class);
    }

    JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    Recipe recipe(int epochs, int batchSize) {
        return recipe(epochs, batchSize, null);
    }

    Recipe recipe(int epochs, int batchSize, @Nullable EarlyStopping earlyStopping) {
        Recipe article = Recipe.article(
                TinyEngine.NAME, bean(Dataset.class).split(Split.TRAIN).count());
        return new Recipe(
                article.architecture(),
                article.engine(),
                epochs,
                batchSize,
                0.05,
                new Optimiser(new Optimiser.Momentum(0.5, false), 0),
                article.learningRateSchedule(),
                article.seed(),
                article.trainingImages(),
                earlyStopping);
    }

    @Override
    public void close() {
        node.close();
    }
}
