package lenet.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** One page of models. */
@Schema(description = "One page of models.")
record ModelPage(
        List<ModelResponse> models,
        @Schema(description = "This page, 0 for the first") int page,
        @Schema(description = "Models a page") int size,
        @Schema(description = "Models in all") int total,
        int totalPages) {}
