package lenet.web.inference;

import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * Numbers of a tensor in the order in which they stand, flat or nested.
 *
 * @param nesting length of the first array at each depth; one entry where the numbers are flat
 * @param regular whether the arrays of a depth are all equally long
 */
@JsonDeserialize(using = TensorData.Reader.class)
@SuppressWarnings("ArrayRecordComponent") // Read once; never compared.
record TensorData(float[] values, List<Integer> nesting, boolean regular) {

    /** Deeper than any tensor that is accepted, shallower than a stack. */
    private static final int DEEPEST = 8;

    /** Reads the numbers one after another: a tree of a large batch would take many times its bytes. */
    static final class Reader extends ValueDeserializer<TensorData> {

        @Override
        public TensorData deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                context.reportInputMismatch(TensorData.class, "data must be an array of numbers");
            }
            Reading reading = new Reading(parser, context);
            reading.array(0);
            return reading.result();
        }
    }

    private static final class Reading {

        private final JsonParser parser;
        private final DeserializationContext context;
        private final int[] lengths = new int[DEEPEST];
        private float[] values = new float[1024];
        private int count;
        private int depth;
        private boolean regular = true;

        private Reading(JsonParser parser, DeserializationContext context) {
            this.parser = parser;
            this.context = context;
            Arrays.fill(lengths, -1);
        }

        private void array(int level) {
            if (level == DEEPEST) {
                context.reportInputMismatch(TensorData.class, "data is nested deeper than any tensor");
            }
            depth = Math.max(depth, level + 1);
            int length = 0;
            for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                length++;
                if (token == JsonToken.START_ARRAY) {
                    array(level + 1);
                } else if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
                    regular &= level + 1 == depth;
                    add(parser.getFloatValue());
                } else {
                    context.reportInputMismatch(
                            TensorData.class, "data must hold numbers only, found %s at place %d", token, count);
                }
            }
            regular &= lengths[level] < 0 || lengths[level] == length;
            lengths[level] = length;
        }

        private void add(float value) {
            if (count == values.length) {
                values = Arrays.copyOf(values, 2 * count);
            }
            values[count++] = value;
        }

        private TensorData result() {
            List<Integer> nesting = Arrays.stream(lengths, 0, depth).boxed().toList();
            return new TensorData(Arrays.copyOf(values, count), nesting, regular);
        }
    }
}
