package lenet.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a model comes from. Of a model that another program trained, little may be known: what is not is absent.
 *
 * @param job id of the training job; absent in a model that no job of this installation made
 * @param parent the version of this registry that the model's file was exported from, before it came back
 * @param recipe the recipe as JSON, seed included: a request of a training job, or of an ensemble
 * @param seed what everything random in training is a function of
 * @param epochs finished epochs of training
 * @param engine what computed: engine name, library version, backend
 * @param dataset name of the data set
 * @param datasetFingerprint SHA-256 over the data set's content
 * @param trainingImages number of pictures trained on
 * @param java the Java runtime
 * @param operatingSystem name, version and architecture
 * @param processor the processor's model and the instruction sets it has
 * @param libraries versions of the libraries that training depends on, as {@code name version}, separated by commas
 * @param service version of this service
 * @param commit the service's commit, where it was built from a repository
 * @param trainedAt when training ended
 * @param imported the file that it was imported from; absent in a model trained here
 * @param assembled the models that it was put together from; absent in a model that is no ensemble
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Provenance(
        @Nullable String job,
        @Nullable Long parent,
        @Nullable String recipe,
        @Nullable Long seed,
        @Nullable Integer epochs,
        @Nullable String engine,
        @Nullable String dataset,
        @Nullable String datasetFingerprint,
        @Nullable Integer trainingImages,
        @Nullable String java,
        @Nullable String operatingSystem,
        @Nullable String processor,
        @Nullable String libraries,
        @Nullable String service,
        @Nullable String commit,
        @Nullable Instant trainedAt,
        @Nullable ImportedFile imported,
        @Nullable Assembly assembled) {

    /** Of a model whose file says nothing about its training. */
    public static final Provenance UNKNOWN = new Provenance(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    /**
     * A file that a model was imported from.
     *
     * @param format safetensors or onnx
     * @param producer name and version of the program that wrote it, where the file says so
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ImportedFile(
            String format, String sha256, @Nullable String producer) {}

    /**
     * How an ensemble was put together.
     *
     * @param ensemble id of the ensemble as it was asked for
     * @param boosted whether each network was trained on what is hard for those before it
     */
    public record Assembly(String ensemble, boolean boosted, List<AssembledModel> members) {

        /** A model of this registry, or of that which the ensemble comes from. */
        public record AssembledModel(long version, String sha256) {}
    }

    /** Of a model trained on {@code system}. */
    public static Provenance of(TrainingRun run, RunningSystem system, Instant trainedAt) {
        return new Provenance(
                run.job(),
                null,
                run.recipe(),
                run.seed(),
                run.epochs(),
                run.engine(),
                run.dataset(),
                run.datasetFingerprint(),
                run.trainingImages(),
                system.java(),
                system.operatingSystem(),
                system.processor(),
                system.libraries(),
                system.service(),
                system.commit(),
                trainedAt,
                null,
                null);
    }

    /** Of an ensemble put together on {@code system}; the provenance of its members says the rest. */
    public static Provenance ofEnsemble(
            String recipe,
            Assembly assembled,
            String engine,
            String dataset,
            String datasetFingerprint,
            RunningSystem system,
            Instant assembledAt) {
        return new Provenance(
                null,
                null,
                recipe,
                null,
                null,
                engine,
                dataset,
                datasetFingerprint,
                null,
                system.java(),
                system.operatingSystem(),
                system.processor(),
                system.libraries(),
                system.service(),
                system.commit(),
                assembledAt,
                null,
                assembled);
    }

    /** What this provenance becomes when the model comes in a file; {@code parent} is the version it left as, if any. */
    Provenance importedFrom(ImportedFile file, @Nullable Long parent) {
        return new Provenance(
                null,
                parent,
                recipe,
                seed,
                epochs,
                engine,
                dataset,
                datasetFingerprint,
                trainingImages,
                java,
                operatingSystem,
                processor,
                libraries,
                service,
                commit,
                trainedAt,
                file,
                assembled);
    }
}
