package lenet.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a model comes from.
 *
 * @param job id of the training job; absent in a model that no job of this installation made
 * @param recipe the recipe as JSON, seed included
 * @param epochs finished epochs of training
 * @param engine what computed: engine name, library version, backend
 * @param dataset name of the data set
 * @param datasetFingerprint SHA-256 over the data set's content
 * @param trainingImages number of pictures trained on
 * @param java the Java runtime
 * @param operatingSystem name, version and architecture
 * @param service version of this service, with its commit where known
 * @param trainedAt when training ended
 */
public record Provenance(
        @Nullable String job,
        String recipe,
        int epochs,
        String engine,
        String dataset,
        String datasetFingerprint,
        int trainingImages,
        String java,
        String operatingSystem,
        String service,
        Instant trainedAt) {

    /** The Java runtime that is running, for provenance. */
    public static String runningJava() {
        return System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version");
    }

    /** The operating system that is running, for provenance. */
    public static String runningOperatingSystem() {
        return "%s %s %s"
                .formatted(
                        System.getProperty("os.name"), System.getProperty("os.version"), System.getProperty("os.arch"));
    }
}
