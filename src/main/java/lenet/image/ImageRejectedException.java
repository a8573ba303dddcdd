package lenet.image;

import org.jspecify.annotations.Nullable;

/** A picture that cannot be classified; the message says what was found and what is accepted. */
public final class ImageRejectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why a picture was refused. */
    public enum Reason {
        /** There are no bytes at all. */
        EMPTY,
        /** The file is larger than {@link ImageLimits#maxBytes()}. */
        TOO_MANY_BYTES,
        /** The bytes are in none of the accepted formats. */
        NOT_AN_IMAGE,
        /** The format is accepted, but the file is cut off, corrupt or uses an unsupported variant. */
        DAMAGED,
        /** The picture is larger than {@link ImageLimits#maxPixels()}. */
        TOO_MANY_PIXELS,
        /** The picture shows nothing that could be a digit. */
        NO_INK
    }

    private final Reason reason;

    ImageRejectedException(Reason reason, String message) {
        this(reason, message, null);
    }

    ImageRejectedException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Why the picture was refused. */
    public Reason reason() {
        return reason;
    }
}
