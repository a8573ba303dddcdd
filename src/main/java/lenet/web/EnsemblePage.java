package lenet.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** One page of ensembles, the newest first. */
@Schema(description = "One page of ensembles, the newest first.")
record EnsemblePage(
        List<EnsembleResponse> ensembles,
        @Schema(description = "This page, 0 for the first") int page,
        @Schema(description = "Ensembles a page") int size,
        @Schema(description = "Ensembles in all") int total,
        int totalPages) {}
