package lenet.web.inference;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request for an inference, as {@link InferenceReader} reads it.
 *
 * @param binary whether all outputs are wanted in binary form
 * @param outputs each output once at most; none where all are wanted
 */
@Schema(name = "InferenceRequest", description = "Pictures for a model")
record InferenceRequest(
        @Schema(description = "Comes back in the answer", example = "42") @Nullable
        String id,

        @Schema(
                types = "object",
                implementation = Object.class,
                description = "binary_data_output: whether all outputs are wanted in binary form")
        @JsonProperty("parameters")
        boolean binary,

        @ArraySchema(minItems = 1, maxItems = 1) List<RequestInput> inputs,

        @Schema(description = "The outputs that are wanted, each once; all of them, if left out")
        List<RequestOutput> outputs) {

    /**
     * An input tensor.
     *
     * @param binarySize bytes of the tensor behind the JSON; absent where it is in the JSON
     */
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

            @Schema(
                    types = "object",
                    implementation = Object.class,
                    description = "binary_data_size: bytes of this tensor behind the JSON")
            @JsonProperty("parameters")
            @Nullable
            Integer binarySize,

            @Schema(
                    description =
                            "Pixels, 0 for the background to 255 for ink, row-major, flat or nested as the shape says",
                    type = "array")
            @Nullable
            TensorData data) {}

    /**
     * An output that is wanted.
     *
     * @param binary whether in binary form; absent where the request says it for all
     */
    @Schema(name = "InferenceRequestedOutput", description = "An output that is wanted")
    record RequestOutput(
            @Schema(
                    type = "string",
                    allowableValues = {"logits", "probabilities", "digit"},
                    example = "digit")
            @JsonProperty("name")
            ModelOutput output,

            @Schema(
                    types = "object",
                    implementation = Object.class,
                    description = "binary_data: whether it is wanted in binary form")
            @JsonProperty("parameters")
            @Nullable
            Boolean binary) {}

    /** The outputs to answer with. */
    List<RequestOutput> wanted() {
        return outputs.isEmpty()
                ? ModelOutput.all().stream()
                        .map(output -> new RequestOutput(output, null))
                        .toList()
                : outputs;
    }

    /** Whether {@code output} is wanted in binary form: by itself, or with all others. */
    boolean wantsBinary(RequestOutput output) {
        return Objects.requireNonNullElse(output.binary(), binary);
    }
}
