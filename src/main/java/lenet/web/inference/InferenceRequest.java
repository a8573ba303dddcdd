package lenet.web.inference;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request for an inference; members it does not know are left alone, as the protocol's extensions need it. */
@Schema(name = "InferenceRequest", description = "Pictures for a model")
record InferenceRequest(
        @Schema(description = "Comes back in the answer", example = "42") @Nullable
        String id,

        @Schema(description = "binary_data_output: whether all outputs are wanted in binary form") @Nullable
        Map<String, Object> parameters,

        @ArraySchema(minItems = 1, maxItems = 1) @Nullable List<@Nullable RequestInput> inputs,

        @Schema(description = "The outputs that are wanted; all of them, if left out") @Nullable
        List<@Nullable RequestOutput> outputs) {

    /** An input tensor. */
    @Schema(name = "InferenceInput", description = "An input tensor")
    record RequestInput(
            @Schema(example = "image") @Nullable String name,

            @Schema(description = "Number of pictures, then 1, 28, 28", example = "[1, 1, 28, 28]") @Nullable
            List<@Nullable Long> shape,

            @Schema(
                    description = "UINT8, or FP32 for the same numbers",
                    allowableValues = {"UINT8", "FP32"},
                    example = "UINT8")
            @Nullable
            String datatype,

            @Schema(description = "binary_data_size: bytes of this tensor behind the JSON") @Nullable
            Map<String, Object> parameters,

            @Schema(
                    description =
                            "Pixels, 0 for the background to 255 for ink, row-major, flat or nested as the shape says",
                    type = "array")
            @Nullable
            TensorData data) {}

    /** An output that is wanted. */
    @Schema(name = "InferenceRequestedOutput", description = "An output that is wanted")
    record RequestOutput(
            @Schema(
                    allowableValues = {"logits", "probabilities", "digit"},
                    example = "digit")
            @Nullable
            String name,

            @Schema(description = "binary_data: whether it is wanted in binary form") @Nullable
            Map<String, Object> parameters) {}

    /** Whether {@code output} is wanted in binary form: by itself, or with all others. */
    boolean wantsBinary(@Nullable Map<String, Object> ofTheOutput) {
        Object own = ofTheOutput == null ? null : ofTheOutput.get("binary_data");
        Object all = parameters == null ? null : parameters.get("binary_data_output");
        return Boolean.TRUE.equals(own == null ? all : own);
    }
}
