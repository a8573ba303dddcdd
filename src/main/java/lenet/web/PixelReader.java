package lenet.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lenet.image.GrayImage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads one 28×28 picture from JSON.
 *
 * @param field where in the request it stands, such as {@code images[3]}
 * @param index its position in a batch
 */
record PixelReader(String field, @Nullable Integer index) {

    private static final int SIDE = 28;
    private static final int PIXELS = SIDE * SIDE;
    private static final int LONGEST_QUOTE = 40;

    /** The picture, from 784 numbers or 28 rows of 28. */
    GrayImage read(JsonNode picture) {
        if (!picture.isArray()) {
            throw invalid(field, "must be an array of 784 numbers of 0–255, found " + quoted(picture), index);
        }
        byte[] pixels = new byte[PIXELS];
        if (picture.size() == SIDE && picture.get(0).isArray()) {
            for (int row = 0; row < SIDE; row++) {
                readRow("%s[%d]".formatted(field, row), picture.get(row), pixels, row * SIDE);
            }
        } else {
            checkSize(field, picture, PIXELS, "784 numbers (28 rows of 28, from the top left)");
            readNumbers(field, picture, pixels, 0);
        }
        return GrayImage.of(SIDE, SIDE, pixels);
    }

    private void readRow(String row, JsonNode numbers, byte[] pixels, int offset) {
        if (!numbers.isArray()) {
            throw invalid(row, "must be a row of 28 numbers, found " + quoted(numbers), index);
        }
        checkSize(row, numbers, SIDE, "28 numbers");
        readNumbers(row, numbers, pixels, offset);
    }

    private void checkSize(String where, JsonNode array, int expected, String expectation) {
        if (array.size() != expected) {
            throw invalid(where, "must have %s, found %d entries".formatted(expectation, array.size()), index);
        }
    }

    private void readNumbers(String where, JsonNode numbers, byte[] pixels, int offset) {
        for (int i = 0; i < numbers.size(); i++) {
            JsonNode number = numbers.get(i);
            double value = number.isNumber() ? number.doubleValue() : Double.NaN;
            // Rounding would quietly turn pictures scaled to 0–1 into nothing.
            if (!(value >= 0 && value <= 255 && value == Math.rint(value))) {
                throw invalid(
                        "%s[%d]".formatted(where, i),
                        "must be a whole number of 0–255, found " + quoted(number),
                        index);
            }
            pixels[offset + i] = (byte) (int) value;
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

    private static String quoted(JsonNode found) {
        if (found.isArray() || found.isObject()) {
            return found.isArray() ? "an array" : "an object";
        }
        String json = found.toString();
        return json.length() <= LONGEST_QUOTE ? json : json.substring(0, LONGEST_QUOTE) + "…";
    }
}
