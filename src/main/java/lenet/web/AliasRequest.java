package lenet.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** Where an alias is to point. */
@Schema(name = "AliasRequest", description = "Where an alias is to point")
record AliasRequest(
        @Schema(
                description = "The version it is to point at",
                example = "1",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @NotNull
        @Min(1)
        @Max(Long.MAX_VALUE)
        Long version,

        @Schema(
                description =
                        "The version it points at now, as far as you know: if it is another, nothing changes. 0 for an alias"
                                + " that must not exist yet; left out, it moves whatever it points at",
                example = "0")
        @Min(0)
        @Nullable
        Long ifVersion) {}
