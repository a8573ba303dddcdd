package lenet.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import lenet.model.ModelAlias;

/** Where an alias points. */
@Schema(name = "Alias", description = "Where an alias points")
record AliasResponse(
        @Schema(example = "live") String name,
        @Schema(example = "1") long version,
        Instant updatedAt) {

    static AliasResponse of(ModelAlias alias) {
        return new AliasResponse(alias.name(), alias.version(), alias.updatedAt());
    }
}
