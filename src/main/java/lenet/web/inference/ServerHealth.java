package lenet.web.inference;

import io.swagger.v3.oas.annotations.media.Schema;

/** Whether the server answers at all; the protocol calls it live in both of its answers. */
@Schema(name = "InferenceServerHealth", description = "Whether the server answers")
record ServerHealth(
        @Schema(example = "true") boolean live,
        @Schema(example = "true") boolean ready) {}
