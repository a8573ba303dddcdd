package lenet.ensemble;

import java.util.UUID;

/** The Idempotency-Key was used before, for another ensemble. */
public final class EnsembleKeyReusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EnsembleKeyReusedException(UUID ensemble) {
        super(
                "this Idempotency-Key came before with another body and made ensemble %s; send another key or the same body"
                        .formatted(ensemble));
    }
}
