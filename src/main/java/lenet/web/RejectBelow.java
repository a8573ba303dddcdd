package lenet.web;

import lenet.classification.Prediction;
import org.jspecify.annotations.Nullable;

/**
 * The confidence below which a client wants no digit.
 *
 * @param confidence from 0 to 1; absent if the client takes every digit
 */
record RejectBelow(@Nullable Double confidence) {

    static final String DESCRIPTION =
            "The confidence, 0 to 1, below which an answer is rejected: its `digit` is null then and `rejected` true. "
                    + "`/api/v1/models/{model}/evaluation/rejection` says which threshold leaves which error";
    static final String REJECTED = "Whether the confidence lies below ?rejectBelow=…; absent without that";

    /** Of a client that takes every digit. */
    static final RejectBelow NOTHING = new RejectBelow(null);

    /** What is accepted. */
    static final String ACCEPTED = "a number from 0 to 1";

    /**
     * The threshold written as {@code text}.
     *
     * @throws IllegalArgumentException if it is no number from 0 to 1
     */
    static RejectBelow valueOf(String text) {
        double number = Double.parseDouble(text);
        if (number < 0 || number > 1) {
            throw new IllegalArgumentException("must be " + ACCEPTED);
        }
        return new RejectBelow(number);
    }

    /** Whether the client does not want this answer; absent if it wants every one. */
    @Nullable
    Boolean rejects(Prediction prediction) {
        return confidence == null ? null : prediction.confidence() < confidence;
    }

    /** The digit, unless the client does not want it. */
    @Nullable
    Integer digit(Prediction prediction) {
        return Boolean.TRUE.equals(rejects(prediction)) ? null : prediction.digit();
    }
}
