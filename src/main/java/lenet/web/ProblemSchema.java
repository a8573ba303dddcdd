package lenet.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A problem as the OpenAPI document describes it; Spring's own class is what is written. */
@Schema(name = "Problem", description = "What went wrong (RFC 9457). Further members tell more, where there is more.")
record ProblemSchema(
        @Schema(description = "Kind of problem; this address describes it", example = "/problems/invalid-fields")
        String type,

        @Schema(description = "The same for every problem of the kind")
        String title,

        @Schema(description = "The HTTP status", example = "422")
        int status,

        @Schema(description = "What was wrong, what was found and what is accepted")
        String detail,

        @Schema(description = "The path that was asked for", example = "/api/v1/training-jobs")
        String instance,

        @Schema(description = "The fields refused, of an invalid-fields problem") @Nullable
        List<FieldError> errors) {}
