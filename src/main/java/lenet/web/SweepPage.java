package lenet.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** One page of sweeps, the newest first. */
@Schema(description = "One page of sweeps, the newest first.")
record SweepPage(
        List<SweepResponse> sweeps,
        @Schema(description = "This page, 0 for the first") int page,
        @Schema(description = "Sweeps a page") int size,
        @Schema(description = "Sweeps in all") int total,
        int totalPages) {}
