package lenet.web.inference;

import io.swagger.v3.oas.annotations.media.Schema;

/** Whether a model answers. */
@Schema(name = "InferenceModelReadiness", description = "Whether a model answers")
record ModelReadiness(@Schema(example = "live") String name, boolean ready) {}
