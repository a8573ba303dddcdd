package lenet.model;

import org.jspecify.annotations.Nullable;

/** An alias does not point where the client believed it did: somebody else has moved it. */
public final class AliasMovedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final @Nullable Long found;

    AliasMovedException(String alias, long expected, @Nullable Long found) {
        super("alias %s was expected %s, but %s"
                .formatted(
                        alias,
                        expected == 0 ? "not to exist" : "at version " + expected,
                        found == null ? "does not exist" : "points at version " + found));
        this.found = found;
    }

    /** The version that the alias points at; absent where there is no such alias. */
    public @Nullable Long found() {
        return found;
    }
}
