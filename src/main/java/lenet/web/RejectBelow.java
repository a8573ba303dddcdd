package lenet.web;

import java.util.List;
import lenet.classification.Prediction;
import org.jspecify.annotations.Nullable;

/**
 * The confidence below which a client wants no digit.
 *
 * @param confidence from 0 to 1; absent if the client takes every digit
 */
record RejectBelow(@Nullable Double confidence) {

    static final String PARAMETER = "rejectBelow";
    static final String DESCRIPTION =
            "The confidence, 0 to 1, below which an answer is rejected: its `digit` is null then and `rejected` true. "
                    + "`/api/v1/models/{model}/evaluation/rejection` says which threshold leaves which error";
    static final String REJECTED = "Whether the confidence lies below ?rejectBelow=…; absent without that";

    /**
     * Reads the parameter's values.
     *
     * @throws InvalidFieldsException if there are several, or the one is no number from 0 to 1
     */
    static RejectBelow of(String @Nullable [] values) {
        if (values == null) {
            return new RejectBelow(null);
        }
        String text = String.join(",", values);
        if (values.length > 1) {
            throw refused("must be one number from 0 to 1, found %d".formatted(values.length), text);
        }
        return new RejectBelow(number(text));
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

    private static double number(String text) {
        try {
            double number = Double.parseDouble(text);
            // Written so that NaN fails.
            if (number >= 0 && number <= 1) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Refused below, as a number out of bounds is.
        }
        throw refused("must be a number from 0 to 1", text);
    }

    private static InvalidFieldsException refused(String message, String found) {
        return new InvalidFieldsException(List.of(new FieldError(PARAMETER, message, found)));
    }
}
