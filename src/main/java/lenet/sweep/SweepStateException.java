package lenet.sweep;

/** The sweep's state does not allow what was asked. */
public final class SweepStateException extends RuntimeException {

    SweepStateException(Sweep sweep, String wish, String allowed) {
        super("sweep %s is %s; only a sweep that is %s can be %s".formatted(sweep.id(), sweep.state(), allowed, wish));
    }
}
