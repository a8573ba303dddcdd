package lenet.sweep;

import java.util.UUID;

/** There is no sweep of that id. */
public final class SweepNotFoundException extends RuntimeException {

    SweepNotFoundException(UUID id) {
        super("there is no sweep " + id);
    }
}
