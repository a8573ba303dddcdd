package lenet.web.inference;

import io.swagger.v3.oas.annotations.media.Schema;

/** Why a request failed. */
@Schema(name = "InferenceError", description = "Why a request failed")
record InferenceError(
        @Schema(example = "there is no model or alias nobody")
        String error) {}
