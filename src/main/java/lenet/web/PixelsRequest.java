package lenet.web;

import java.util.ArrayList;
import java.util.List;
import lenet.image.GrayImage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Pictures as numbers: one in {@code pixels} or several in {@code images}. The numbers are kept as JSON until they are
 * read, so that a wrong one can be named by its position; {@link PixelsSchema} describes them.
 */
record PixelsRequest(@Nullable JsonNode pixels, @Nullable JsonNode images) {

    /** The most pictures in one request. */
    static final int MAX_IMAGES = 100;

    /** Whether this is the batch form, which is answered with a list. */
    boolean isBatch() {
        return images != null;
    }

    /** The pictures, checked. */
    List<GrayImage> pictures() {
        if ((pixels == null) == (images == null)) {
            throw new ProblemException(
                    ProblemType.INVALID_FIELDS,
                    "exactly one of pixels (one picture) and images (several) is needed, found "
                            + (pixels == null ? "neither" : "both"));
        }
        return pixels == null ? batch(images) : List.of(new PixelReader("pixels", null).read(pixels));
    }

    private static List<GrayImage> batch(@Nullable JsonNode images) {
        if (images == null || !images.isArray() || images.isEmpty()) {
            throw PixelReader.invalid("images", "must be an array of 1 to %d pictures".formatted(MAX_IMAGES), null);
        }
        if (images.size() > MAX_IMAGES) {
            throw new ProblemException(
                    ProblemType.TOO_MANY_PICTURES,
                    "images has %d pictures; at most %d are accepted".formatted(images.size(), MAX_IMAGES));
        }
        List<GrayImage> pictures = new ArrayList<>();
        for (int i = 0; i < images.size(); i++) {
            pictures.add(new PixelReader("images[" + i + "]", i).read(images.get(i)));
        }
        return pictures;
    }
}
