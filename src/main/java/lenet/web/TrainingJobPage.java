package lenet.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** One page of jobs, the newest first. */
@Schema(description = "One page of jobs, the newest first.")
record TrainingJobPage(
        List<TrainingJobResponse> jobs,
        @Schema(description = "This page, 0 for the first") int page,
        @Schema(description = "Jobs a page") int size,
        @Schema(description = "Jobs in all") int total,
        int totalPages) {}
