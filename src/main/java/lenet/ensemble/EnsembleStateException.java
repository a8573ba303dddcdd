package lenet.ensemble;

/** The ensemble's state does not allow what was asked. */
public final class EnsembleStateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EnsembleStateException(EnsembleRun ensemble, String wish, String allowed) {
        super("ensemble %s is %s; only an ensemble that is %s can be %s"
                .formatted(ensemble.id(), ensemble.state(), allowed, wish));
    }
}
