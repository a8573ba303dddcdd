package lenet.training;

/** Whether a finished job's model goes live. */
public enum Promotion {
    /** Whatever its accuracy. */
    ALWAYS,
    /** If its validation accuracy is above the live model's. */
    IF_BETTER,
    /** Not by itself. */
    NEVER
}
