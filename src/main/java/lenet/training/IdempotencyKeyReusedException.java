package lenet.training;

import java.util.UUID;

/** The key was used before, for another submission. */
public final class IdempotencyKeyReusedException extends RuntimeException {

    IdempotencyKeyReusedException(UUID job) {
        super(
                "this Idempotency-Key came before with another body and made training job %s; send another key or the same body"
                        .formatted(job));
    }
}
