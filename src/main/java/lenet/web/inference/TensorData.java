package lenet.web.inference;

import java.util.Arrays;
import java.util.List;
import lenet.web.JsonStream;
import lenet.web.ProblemException;
import lenet.web.ProblemType;
import tools.jackson.core.JsonToken;

/**
 * Pixels of a tensor in the order in which they stand, flat or nested.
 *
 * @param nesting length of the first array at each depth; one entry where the pixels are flat
 * @param regular whether the arrays of a depth are all equally long
 */
@SuppressWarnings("ArrayRecordComponent") // Read once; never compared.
record TensorData(byte[] pixels, List<Integer> nesting, boolean regular) {

    /** Deeper than any tensor that is accepted, shallower than a stack. */
    private static final int DEEPEST = 8;

    /**
     * Reads the array that {@code json} stands at.
     *
     * @throws ProblemException if there is none, or it holds other than pixels
     */
    static TensorData read(JsonStream json) {
        Reading reading = new Reading(json);
        reading.array(0);
        return reading.result();
    }

    private static final class Reading {

        private final JsonStream json;
        private final int[] lengths = new int[DEEPEST];
        private byte[] pixels = new byte[1024];
        private int count;
        private int depth;
        private boolean regular = true;

        private Reading(JsonStream json) {
            this.json = json;
            Arrays.fill(lengths, -1);
        }

        private void array(int level) {
            if (level == DEEPEST) {
                throw json.refused("data is nested deeper than any tensor");
            }
            depth = Math.max(depth, level + 1);
            int length = json.array("data", () -> element(level));
            regular &= lengths[level] < 0 || lengths[level] == length;
            lengths[level] = length;
        }

        private void element(int level) {
            JsonToken token = json.parser().currentToken();
            if (token == JsonToken.START_ARRAY) {
                array(level + 1);
            } else if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
                regular &= level + 1 == depth;
                add(ModelInput.pixel(json.parser().getFloatValue(), count));
            } else {
                throw json.refused("data must hold numbers only, found %s at place %d".formatted(json.found(), count));
            }
        }

        private void add(byte pixel) {
            if (count == ModelInput.MOST_PIXELS) {
                throw new ProblemException(
                        ProblemType.MALFORMED_REQUEST,
                        "data holds more than the %,d values of %,d pictures of 28×28, the most that one request may have"
                                .formatted(ModelInput.MOST_PIXELS, ModelInput.MOST_PICTURES));
            }
            if (count == pixels.length) {
                pixels = Arrays.copyOf(pixels, Math.min(2 * count, ModelInput.MOST_PIXELS));
            }
            pixels[count++] = pixel;
        }

        private TensorData result() {
            List<Integer> nesting = Arrays.stream(lengths, 0, depth).boxed().toList();
            return new TensorData(Arrays.copyOf(pixels, count), nesting, regular);
        }
    }
}
