package lenet.training;

/** What is asked of a running job, by whichever node was told, until the node that runs it has seen it. */
public enum JobWish {
    CANCEL,
    PAUSE
}
