package lenet.web.inference;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.List;

/** What a model takes and gives. */
@Schema(name = "InferenceModelMetadata", description = "What a model takes and gives")
record ModelMetadata(
        @Schema(example = "live") String name,

        @Schema(description = "The versions that can be asked for", example = "[\"1\"]")
        List<String> versions,

        @Schema(example = "lenet5-service_safetensors") String platform,
        List<TensorMetadata> inputs,
        List<TensorMetadata> outputs) {

    private static final String PLATFORM = "lenet5-service_safetensors";

    static ModelMetadata of(String name, List<Long> versions) {
        return new ModelMetadata(
                name,
                versions.stream().map(String::valueOf).toList(),
                PLATFORM,
                List.of(ModelInput.METADATA),
                Arrays.stream(ModelOutput.values()).map(ModelOutput::metadata).toList());
    }
}
