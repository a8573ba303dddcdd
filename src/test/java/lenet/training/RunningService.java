package lenet.training;

import java.util.ArrayList;
import java.util.List;
import lenet.LenetApplication;
import lenet.classification.ClassificationService;
import lenet.dataset.Dataset;
import lenet.dataset.Split;
import lenet.model.ModelRegistry;
import lenet.network.Engines;
import lenet.network.Optimiser;
import lenet.testing.SmallMnist;
import lenet.testing.TinyEngine;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole service on a database that outlives it, with a quick engine and a small data set. */
final class RunningService implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    RunningService(String url, String username, String password, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.main.allow-bean-definition-overriding=true",
                "--server.port=0",
                "--lenet.node.name=test",
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + username,
                "--spring.datasource.password=" + password));
        arguments.addAll(List.of(settings));
        context = new SpringApplicationBuilder(LenetApplication.class, QuickBeans.class)
                .run(arguments.toArray(new String[0]));
    }

    TrainingService training() {
        return context.getBean(TrainingService.class);
    }

    Housekeeping housekeeping() {
        return bean(Housekeeping.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    JobTransitions transitions() {
        return context.getBean(JobTransitions.class);
    }

    JobStore store() {
        return context.getBean(JobStore.class);
    }

    ModelRegistry registry() {
        return context.getBean(ModelRegistry.class);
    }

    ClassificationService classification() {
        return context.getBean(ClassificationService.class);
    }

    JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    Recipe recipe(int epochs, int batchSize) {
        return recipe(epochs, batchSize, null);
    }

    Recipe recipe(int epochs, int batchSize, @Nullable EarlyStopping earlyStopping) {
        Recipe article = Recipe.article(
                TinyEngine.NAME,
                context.getBean(Dataset.class).split(Split.TRAIN).count());
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
        context.close();
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class QuickBeans {

        @Bean
        Engines engines() {
            return new Engines(List.of(new TinyEngine()));
        }

        @Bean
        Dataset dataset() {
            return SmallMnist.load();
        }
    }
}
