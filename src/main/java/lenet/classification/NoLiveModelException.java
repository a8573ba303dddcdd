package lenet.classification;

/** No model classifies just now: the live one is not loaded yet, or was found unfit. */
public final class NoLiveModelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoLiveModelException() {
        super("no model is live on this node; point the alias live at one that computes");
    }
}
