package lenet.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lenet.image.GrayImage;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads one 28×28 picture from JSON.
 *
 * @param field where in the request it stands, such as {@code images[3]}
 * @param index its position in a batch
 */
record PixelReader(JsonStream json, String field, @Nullable Integer index) {

    private static final int SIDE = 28;
    private static final int PIXELS = SIDE * SIDE;
    private static final String SCALE = "0 is background and 255 full ink, so multiply a picture of 0–1 by 255";

    /** The picture, from 784 numbers or 28 rows of 28. */
    GrayImage read() {
        JsonParser parser = json.parser();
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw invalid(field, "must be an array of 784 numbers of 0–255, found " + json.found(), index);
        }
        byte[] pixels = new byte[PIXELS];
        boolean inRows = parser.nextToken() == JsonToken.START_ARRAY;
        int count = inRows ? rows(pixels) : numbers(field, pixels, 0, PIXELS);
        checkSize(field, count, inRows ? SIDE : PIXELS, "784 numbers (28 rows of 28, from the top left)");
        checkScale(pixels);
        return GrayImage.of(SIDE, SIDE, pixels);
    }

    private int rows(byte[] pixels) {
        JsonParser parser = json.parser();
        int count = 0;
        for (; parser.currentToken() != JsonToken.END_ARRAY; parser.nextToken()) {
            String row = "%s[%d]".formatted(field, count);
            if (count >= SIDE) {
                parser.skipChildren();
            } else if (parser.currentToken() != JsonToken.START_ARRAY) {
                throw invalid(row, "must be a row of 28 numbers, found " + json.found(), index);
            } else {
                parser.nextToken();
                checkSize(row, numbers(row, pixels, count * SIDE, SIDE), SIDE, "28 numbers");
            }
            count++;
        }
        return count;
    }

    /** Reads up to the array's end; those past {@code most} are counted only. */
    private int numbers(String where, byte[] pixels, int offset, int most) {
        JsonParser parser = json.parser();
        int count = 0;
        for (; parser.currentToken() != JsonToken.END_ARRAY; parser.nextToken()) {
            if (count < most) {
                pixels[offset + count] = pixel(where, count);
            } else {
                parser.skipChildren();
            }
            count++;
        }
        return count;
    }

    private byte pixel(String where, int place) {
        double value = json.parser().currentToken().isNumeric() ? json.parser().getDoubleValue() : Double.NaN;
        // Rounding would quietly turn pictures scaled to 0–1 into nothing.
        if (!(value >= 0 && value <= 255 && value == Math.rint(value))) {
            String hint = value > 0 && value < 1 ? "; " + SCALE : "";
            throw invalid(
                    "%s[%d]".formatted(where, place),
                    "must be a whole number of 0–255, found " + json.found() + hint,
                    index);
        }
        return (byte) (int) value;
    }

    /** A whole picture without a shade between nothing and the faintest was scaled for something else. */
    private void checkScale(byte[] pixels) {
        int greatest = 0;
        for (byte pixel : pixels) {
            greatest = Math.max(greatest, pixel & 0xff);
        }
        if (greatest == 1) {
            throw invalid(field, "must have numbers of 0–255, found only 0 and 1; " + SCALE, index);
        }
    }

    private void checkSize(String where, int found, int expected, String expectation) {
        if (found != expected) {
            throw invalid(where, "must have %s, found %d entries".formatted(expectation, found), index);
        }
    }

    /** The problem of one field. */
    static ProblemException invalid(String field, String message, @Nullable Integer index) {
        Map<String, Object> extensions = new LinkedHashMap<>();
        if (index != null) {
            extensions.put("index", index);
        }
        extensions.put("errors", List.of(Map.of("field", field, "message", message)));
        return new ProblemException(ProblemType.INVALID_FIELDS, field + " " + message, extensions);
    }
}
