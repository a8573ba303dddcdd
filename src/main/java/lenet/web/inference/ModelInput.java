package lenet.web.inference;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import lenet.dataset.Images;
import lenet.web.ProblemException;
import lenet.web.ProblemType;
import lenet.web.Quotation;
import lenet.web.inference.InferenceRequest.RequestInput;
import org.jspecify.annotations.Nullable;

/** The model's only input: 28×28 pictures in MNIST's form, pixels of 0–255. */
final class ModelInput {

    static final TensorMetadata METADATA = new TensorMetadata("image", "FP32", List.of(-1, 1, 28, 28));

    /** The most pictures in one request. */
    static final int MOST_PICTURES = 1_000;

    private static final int SIDE = 28;
    private static final int AREA = SIDE * SIDE;

    /** The most pixels in one request. */
    static final int MOST_PIXELS = MOST_PICTURES * AREA;

    private ModelInput() {}

    /**
     * The pictures of {@code inputs}.
     *
     * @param binary what follows the JSON in the body
     * @throws ProblemException if they are not what the model takes
     */
    static Images read(List<RequestInput> inputs, ByteBuffer binary) {
        if (inputs.size() != 1) {
            throw refused("inputs must have exactly one tensor, image, found %d".formatted(inputs.size()));
        }
        RequestInput input = inputs.get(0);
        if (!METADATA.name().equals(input.name())) {
            throw refused("the model's only input is image, found %s".formatted(quoted(input.name())));
        }
        boolean bytes = "UINT8".equals(input.datatype());
        if (!bytes && !"FP32".equals(input.datatype())) {
            throw refused("image must be of datatype FP32 or UINT8, found %s".formatted(quoted(input.datatype())));
        }
        int pictures = pictures(input.shape());
        byte[] pixels = input.binarySize() == null
                ? json(input, pictures)
                : binary(input, input.binarySize(), pictures, bytes, binary);
        return new Images(pictures, SIDE, pixels);
    }

    private static int pictures(@Nullable List<@Nullable Long> shape) {
        Long pictures = shape == null || shape.isEmpty() ? null : shape.get(0);
        if (pictures == null || !Arrays.asList(pictures, 1L, 28L, 28L).equals(shape)) {
            throw refused("image must have the shape [pictures, 1, 28, 28], found %s".formatted(shape));
        }
        if (pictures < 1 || pictures > MOST_PICTURES) {
            throw refused("image must hold 1 to %,d pictures, found a shape of %s".formatted(MOST_PICTURES, shape));
        }
        return pictures.intValue();
    }

    private static byte[] json(RequestInput input, int pictures) {
        TensorData data = input.data();
        if (data == null) {
            throw refused("image has no data");
        }
        boolean nested = data.nesting().size() > 1;
        if (nested && !(data.regular() && data.nesting().equals(List.of(pictures, 1, SIDE, SIDE)))) {
            throw refused("nested data of image must have the shape [%d, 1, 28, 28], found %s%s"
                    .formatted(pictures, data.nesting(), data.regular() ? "" : ", not everywhere"));
        }
        if (data.pixels().length != pictures * AREA) {
            throw refused("%d pictures of 28×28 have %,d values, found %,d"
                    .formatted(pictures, pictures * AREA, data.pixels().length));
        }
        return data.pixels();
    }

    private static byte[] binary(RequestInput input, int size, int pictures, boolean asBytes, ByteBuffer binary) {
        if (input.data() != null) {
            throw refused("image has both data and a binary_data_size");
        }
        int expected = pictures * AREA * (asBytes ? 1 : Float.BYTES);
        if (size != expected || binary.remaining() != expected) {
            throw refused(
                    "%d pictures of %s take %,d bytes behind the JSON; binary_data_size says %d, and %,d are there"
                            .formatted(pictures, input.datatype(), expected, size, binary.remaining()));
        }
        byte[] pixels = new byte[pictures * AREA];
        if (asBytes) {
            binary.get(pixels);
            return pixels;
        }
        FloatBuffer values = binary.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = pixel(values.get(i), i);
        }
        return pixels;
    }

    /**
     * A number of 0 to 255 as a pixel.
     *
     * @param place where it stands among the others
     * @throws ProblemException if it is no such number
     */
    static byte pixel(float value, int place) {
        // Rounding would quietly turn pictures scaled to 0–1 into nothing.
        if (!(value >= 0 && value <= 255 && value == (float) Math.rint(value))) {
            throw refused("values of image must be whole numbers of 0–255, found %s at place %d; the model scales them"
                            .formatted(value, place)
                    + " itself");
        }
        return (byte) (int) value;
    }

    private static String quoted(@Nullable String found) {
        return new Quotation(String.valueOf(found)).text();
    }

    private static ProblemException refused(String detail) {
        return new ProblemException(ProblemType.MALFORMED_REQUEST, detail);
    }
}
