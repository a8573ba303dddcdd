package lenet.dataset;

import java.util.Locale;

/** A part of the data set, by what it is for. */
public enum Split {
    /** What the weights are fitted to. */
    TRAIN,
    /** What epochs, recipes and live models are chosen by: the last 5,000 training images of MNIST. */
    VALIDATION,
    /** What is reported, once a finished job. */
    TEST;

    /** The name in paths and JSON: {@code train}, {@code validation}, {@code test}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
