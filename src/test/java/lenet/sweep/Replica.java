package lenet.sweep;

import lenet.model.ModelAliases;
import lenet.model.ModelRegistry;
import lenet.testing.RunningNode;
import lenet.training.TrainingService;

/** A running node and its beans that tests of sweeps use. */
final class Replica implements AutoCloseable {

    static final int QUEUE_CAPACITY = 30;

    private final RunningNode node;

    Replica(RunningNode.Database database, String name) {
        node = new RunningNode(
                database,
                name,
                "--logging.level.lenet.training=warn",
                "--lenet.training.queue-capacity=" + QUEUE_CAPACITY);
    }

    SweepService sweeps() {
        return node.bean(SweepService.class);
    }

    SweepAdvance advance() {
        return node.bean(SweepAdvance.class);
    }

    TrainingService training() {
        return node.bean(TrainingService.class);
    }

    ModelRegistry registry() {
        return node.bean(ModelRegistry.class);
    }

    ModelAliases aliases() {
        return node.bean(ModelAliases.class);
    }

    @Override
    public void close() {
        node.close();
    }
}
