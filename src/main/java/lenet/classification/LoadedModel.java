package lenet.classification;

import java.util.concurrent.atomic.AtomicInteger;
import lenet.model.ModelVersion;
import lenet.network.Classifier;

/** A registered model and the network that runs it. The network is closed when the last of its users has finished. */
final class LoadedModel implements AutoCloseable {

    private final ModelVersion version;
    private final Classifier classifier;

    /** Whoever keeps it for others counts as one. */
    private final AtomicInteger users = new AtomicInteger(1);

    LoadedModel(ModelVersion version, Classifier classifier) {
        this.version = version;
        this.classifier = classifier;
    }

    ModelVersion version() {
        return version;
    }

    Classifier classifier() {
        return classifier;
    }

    /** Counts one user more, who closes this when finished; false when it is too late. */
    boolean retain() {
        return users.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
    }

    /** Counts one user less. */
    @Override
    public void close() {
        if (users.decrementAndGet() == 0) {
            classifier.close();
        }
    }
}
