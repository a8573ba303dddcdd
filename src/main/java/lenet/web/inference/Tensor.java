package lenet.web.inference;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An output of the model.
 *
 * @param data the values, row-major, as an array of numbers; absent where they follow the JSON in binary form
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "InferenceOutput", description = "An output of the model")
record Tensor(
        @Schema(example = "digit") String name,
        @Schema(example = "INT64") String datatype,
        @Schema(example = "[1]") List<Integer> shape,

        @Schema(description = "binary_data_size where the values follow the JSON in binary form") @Nullable
        Map<String, Object> parameters,

        @Schema(description = "The values, row-major", type = "array", example = "[7]") @Nullable
        Object data) {}
