package lenet.classification;

/** A classification was not computed, since nobody waits for it any more. */
public final class CallerLeftException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CallerLeftException() {
        super("the client has closed its connection before its turn came");
    }
}
