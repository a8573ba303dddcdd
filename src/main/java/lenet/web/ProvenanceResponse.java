package lenet.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import lenet.model.Provenance;
import lenet.model.Provenance.Assembly;
import lenet.model.Provenance.ImportedFile;
import org.jspecify.annotations.Nullable;

/** Where a model comes from; what is not known is left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Provenance", description = "Where a model comes from; what is not known is left out")
record ProvenanceResponse(
        @Schema(description = "The training job that made it, if one of this service did") @Nullable
        String job,

        @Schema(description = "The version that its file was exported from, if this service knows it") @Nullable
        Long parent,

        @Schema(
                description = "How it was made: a training job takes it as its request, or, of an ensemble, an ensemble"
                        + " does. Absent where a file claims one that this service does not know.",
                oneOf = {RecipeResponse.class, EnsembleRecipe.class})
        @Nullable
        Object recipe,

        @Schema(description = "What everything random in training is a function of", example = "42") @Nullable
        Long seed,

        @Schema(description = "Finished epochs", example = "20") @Nullable
        Integer epochs,

        @Schema(description = "What computed", example = "vector: JDK Vector API, 512 bits") @Nullable
        String engine,

        @Schema(example = "MNIST") @Nullable String dataset,

        @Schema(description = "SHA-256 over the data set's content") @Nullable
        String datasetFingerprint,

        @Schema(description = "Number of pictures trained on", example = "55000") @Nullable
        Integer trainingImages,

        @Schema(description = "The Java runtime") @Nullable String java,
        @Schema(example = "Linux 6.18 amd64") @Nullable String operatingSystem,

        @Schema(description = "The processor and its vector instruction sets") @Nullable
        String processor,

        @Schema(description = "Libraries and their versions") @Nullable
        String libraries,

        @Schema(description = "Version of this service", example = "0.1.0") @Nullable
        String service,

        @Schema(description = "The commit it was built from") @Nullable
        String commit,

        @Schema(description = "When training ended") @Nullable
        Instant trainedAt,

        @Schema(description = "The file that it was imported from") @Nullable
        ImportedFile imported,

        @Schema(description = "The models that it was put together from") @Nullable
        Assembly assembled) {

    static ProvenanceResponse of(Provenance provenance) {
        ShownRecipe shown = ShownRecipe.of(provenance);
        return new ProvenanceResponse(
                provenance.job(),
                provenance.parent(),
                shown.request(),
                provenance.seed(),
                provenance.epochs(),
                provenance.engine(),
                provenance.dataset(),
                provenance.datasetFingerprint(),
                provenance.trainingImages(),
                provenance.java(),
                provenance.operatingSystem(),
                provenance.processor(),
                provenance.libraries(),
                provenance.service(),
                provenance.commit(),
                provenance.trainedAt(),
                provenance.imported(),
                shown.assembled());
    }
}
