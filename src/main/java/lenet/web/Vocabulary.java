package lenet.web;

/** The kinds of names that a request may use. */
enum Vocabulary {
    ARCHITECTURE,
    ENGINE,
    OPTIMISER,
    LEARNING_RATE_SCHEDULE,
    LOSS,
    COMBINATION,
    INPUT_SCALING,
    RECIPE,
    MONITOR,
    PROMOTION,
    SWEEP_PROMOTION,
    JOB_STATE,
    JOB_ORDER,
    MODEL_ORDER
}
