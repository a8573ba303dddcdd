package lenet.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

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
        Deque<Long> past = past();
        if (past.size() < 2) {
            return Optional.empty();
        }
        past.pop();
        return Optional.of(past.peek());
    }

    /** Every version that it points at or that rollbacks lead to, one after another. */
    Set<Long> withinReach() {
        return new HashSet<>(past());
    }

    /** What it points at comes first. Where old moves are forgotten, a rollback says itself where it has led. */
    private Deque<Long> past() {
        Deque<Long> past = new ArrayDeque<>();
        for (AliasMove move : moves) {
            switch (move.kind()) {
                case SET -> past.push(Objects.requireNonNull(move.to()));
                case ROLLBACK -> {
                    past.poll();
                    if (past.isEmpty()) {
                        past.push(Objects.requireNonNull(move.to()));
                    }
                }
                case DELETED -> past.clear();
            }
        }
        return past;
    }
}
