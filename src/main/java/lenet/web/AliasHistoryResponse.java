package lenet.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import lenet.model.AliasHistory;
import lenet.model.AliasMove;
import org.jspecify.annotations.Nullable;

/** Every change of an alias, the oldest first. */
@Schema(name = "AliasHistory", description = "Every change of an alias, the oldest first")
record AliasHistoryResponse(
        List<MoveResponse> moves,

        @Schema(description = "The version that a rollback leads to; null where there is none", example = "1") @Nullable
        Long versionBefore) {

    /** One change. */
    @Schema(name = "AliasMove", description = "One change of an alias")
    record MoveResponse(
            Instant at,

            @Schema(description = "The version it pointed at; null where it was new") @Nullable
            Long from,

            @Schema(description = "The version it points at since; null where it was deleted") @Nullable
            Long to,

            @Schema(description = "Who wanted it", example = "asked for over HTTP")
            String reason) {

        private static MoveResponse of(AliasMove move) {
            return new MoveResponse(move.at(), move.from(), move.to(), move.reason());
        }
    }

    static AliasHistoryResponse of(AliasHistory history) {
        return new AliasHistoryResponse(
                history.moves().stream().map(MoveResponse::of).toList(),
                history.versionBefore().orElse(null));
    }
}
