package lenet.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import lenet.image.GrayImage;
import tools.jackson.core.JsonToken;

/**
 * Pictures as numbers: one in {@code pixels} or several in {@code images}; {@link PixelsSchema} describes them.
 *
 * @param isBatch whether this is the batch form, which is answered with a list
 */
record PixelsRequest(List<GrayImage> pictures, boolean isBatch) {

    /** The most pictures in one request. */
    static final int MAX_IMAGES = 100;

    private static final String PIXELS = "pixels";
    private static final String IMAGES = "images";
    private static final List<String> FIELDS = List.of(IMAGES, PIXELS);

    /**
     * The request that {@code body} is.
     *
     * @throws ProblemException if it is none
     */
    static PixelsRequest read(byte[] body) {
        return JsonStream.read(body, body.length, PixelsRequest::of);
    }

    private static PixelsRequest of(JsonStream json) {
        if (json.isNull()) {
            throw new ProblemException(
                    ProblemType.EMPTY_BODY, "the request has no body but null, and one is needed here");
        }
        Map<String, Supplier<List<GrayImage>>> found = new LinkedHashMap<>();
        json.object(
                "the body",
                Map.of(
                        PIXELS,
                        () -> found.put(
                                PIXELS, json.attempt(() -> List.of(new PixelReader(json, PIXELS, null).read()))),
                        IMAGES,
                        () -> found.put(IMAGES, json.attempt(() -> images(json)))),
                name -> {
                    throw new InvalidFieldsException(List.of(new FieldError(
                            name, "is unknown; accepted are " + String.join(", ", FIELDS), null, FIELDS)));
                });
        if (found.size() != 1) {
            throw new ProblemException(
                    ProblemType.INVALID_FIELDS,
                    "exactly one of pixels (one picture) and images (several) is needed, found "
                            + (found.isEmpty() ? "neither" : "both"));
        }
        List<GrayImage> pictures = found.values().iterator().next().get();
        return new PixelsRequest(pictures, found.containsKey(IMAGES));
    }

    private static List<GrayImage> images(JsonStream json) {
        List<Supplier<GrayImage>> pictures = new ArrayList<>();
        int count = json.parser().currentToken() == JsonToken.START_ARRAY
                ? json.array(IMAGES, () -> image(json, pictures))
                : 0;
        if (count == 0) {
            throw PixelReader.invalid(IMAGES, "must be an array of 1 to %d pictures".formatted(MAX_IMAGES), null);
        }
        if (count > MAX_IMAGES) {
            throw new ProblemException(
                    ProblemType.TOO_MANY_PICTURES,
                    "images has %d pictures; at most %d are accepted".formatted(count, MAX_IMAGES));
        }
        return pictures.stream().map(Supplier::get).toList();
    }

    private static void image(JsonStream json, List<Supplier<GrayImage>> pictures) {
        int index = pictures.size();
        if (index == MAX_IMAGES) {
            json.parser().skipChildren();
        } else {
            pictures.add(json.attempt(() -> new PixelReader(json, "images[" + index + "]", index).read()));
        }
    }
}
