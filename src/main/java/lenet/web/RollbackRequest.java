package lenet.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/** What a rollback rests on. */
@Schema(name = "RollbackRequest", description = "What a rollback rests on")
record RollbackRequest(
        @Schema(
                description = "The version it points at now, as far as you know: if it is another, nothing changes",
                example = "2")
        @Min(1)
        @Nullable
        Long ifVersion) {}
