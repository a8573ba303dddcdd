package lenet.web;

import lenet.classification.RejectedPictureException;
import lenet.image.ImageRejectedException;

/** The problems that a picture's refusal becomes. */
final class RefusedPicture {

    private RefusedPicture() {}

    /** The kind of problem. */
    static ProblemType type(ImageRejectedException.Reason reason) {
        return switch (reason) {
            case EMPTY -> ProblemType.EMPTY_BODY;
            case TOO_MANY_BYTES -> ProblemType.TOO_LARGE;
            case NOT_AN_IMAGE -> ProblemType.NOT_AN_IMAGE;
            case DAMAGED -> ProblemType.DAMAGED_IMAGE;
            case TOO_MANY_PIXELS -> ProblemType.TOO_MANY_PIXELS;
            case NO_INK -> ProblemType.NO_INK;
        };
    }

    /** The problem of a request's only picture. */
    static ProblemException problem(RejectedPictureException rejected) {
        return new ProblemException(type(rejected.reason()), rejected.detail());
    }
}
