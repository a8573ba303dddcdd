package lenet.web.inference;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What the server is. */
@Schema(name = "InferenceServerMetadata", description = "What the server is")
record ServerMetadata(
        @Schema(example = "lenet5-service") String name,
        @Schema(example = "0.1.0") String version,

        @Schema(description = "Extensions of the protocol that it supports", example = "[\"binary_tensor_data\"]")
        List<String> extensions) {}
