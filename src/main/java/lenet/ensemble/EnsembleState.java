package lenet.ensemble;

/** Where an ensemble stands. */
public enum EnsembleState {
    /** Its networks train, or are put together. */
    RUNNING,
    /** It is a model of the registry. */
    COMPLETED,
    /** One of its networks could not be had. */
    FAILED,
    /** Stopped on request; models that its jobs have made stay. */
    CANCELLED;

    /** Whether it stays as it is. */
    public boolean isFinal() {
        return this != RUNNING;
    }
}
