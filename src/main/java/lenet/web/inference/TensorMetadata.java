package lenet.web.inference;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What an input or an output is. */
@Schema(name = "InferenceTensorMetadata", description = "What an input or an output is")
record TensorMetadata(
        @Schema(example = "image") String name,
        @Schema(example = "FP32") String datatype,

        @Schema(description = "−1 stands for any number of pictures", example = "[-1, 1, 28, 28]")
        List<Integer> shape) {}
