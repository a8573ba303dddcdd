package lenet.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Every change of one alias, the oldest first. */
public record AliasHistory(List<AliasMove> moves) {

    public AliasHistory {
        moves = List.copyOf(moves);
    }

    /**
     * Where a rollback leads: to the version before the present one that no rollback has left yet. Two rollbacks in a row go
     * back two versions, not to and fro.
     */
    public Optional<Long> versionBefore() {
        Deque<Long> past = new ArrayDeque<>();
        for (AliasMove move : moves) {
            switch (move.kind()) {
                case SET -> past.push(Objects.requireNonNull(move.to()));
                case ROLLBACK -> past.pop();
                case DELETED -> past.clear();
            }
        }
        if (past.size() < 2) {
            return Optional.empty();
        }
        past.pop();
        return Optional.of(past.peek());
    }
}
