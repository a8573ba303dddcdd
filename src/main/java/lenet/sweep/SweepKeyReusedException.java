package lenet.sweep;

import java.util.UUID;

/** The Idempotency-Key was used before, for another sweep. */
public final class SweepKeyReusedException extends RuntimeException {

    SweepKeyReusedException(UUID sweep) {
        super("this Idempotency-Key came before with another body and made sweep %s; send another key or the same body"
                .formatted(sweep));
    }
}
