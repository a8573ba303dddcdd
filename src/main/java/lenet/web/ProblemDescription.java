package lenet.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;

/** One kind of problem. */
@Schema(description = "One kind of problem.")
record ProblemDescription(
        @Schema(description = "The member type of such a problem", example = "/problems/invalid-fields")
        URI type,

        @Schema(description = "Its HTTP status", example = "422")
        int status,

        @Schema(description = "The same for every occurrence")
        String title,

        @Schema(description = "When it arises and what to do about it")
        String explanation) {

    static ProblemDescription of(ProblemType type) {
        return new ProblemDescription(type.address().uri(), type.status().value(), type.title(), type.explanation());
    }
}
