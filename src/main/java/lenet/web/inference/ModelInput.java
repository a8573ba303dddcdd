package lenet.web.inference;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import lenet.dataset.Images;
import lenet.web.ProblemException;
import lenet.web.ProblemType;
import lenet.web.inference.InferenceRequest.RequestInput;
import org.jspecify.annotations.Nullable;

/** The model's only input: 28×28 pictures in MNIST's form, pixels of 0–255. */
final class ModelInput {

    static final TensorMetadata METADATA = new TensorMetadata("image", "FP32", List.of(-1, 1, 28, 28));

    /** The most pictures in one request. */
    static final int MOST_PICTURES = 1_000;

    private static final int SIDE = 28;
    private static final int AREA = SIDE * SIDE;

    private ModelInput() {}

    /**
     * The pictures of {@code inputs}.
     *
     * @param binary what follows the JSON in the body
     * @throws ProblemException if they are not what the model takes
     */
    static Images read(@Nullable List<@Nullable RequestInput> inputs, ByteBuffer binary) {
        if (inputs == null || inputs.size() != 1 || inputs.get(0) == null) {
            throw refused("inputs must have exactly one tensor, image, found %d"
                    .formatted(inputs == null ? 0 : inputs.size()));
        }
        RequestInput input = Objects.requireNonNull(inputs.get(0));
        if (!METADATA.name().equals(input.name())) {
            throw refused("the model's only input is image, found %s".formatted(input.name()));
        }
        boolean bytes = "UINT8".equals(input.datatype());
        if (!bytes && !"FP32".equals(input.datatype())) {
            throw refused("image must be of datatype FP32 or UINT8, found %s".formatted(input.datatype()));
        }
        int pictures = pictures(input.shape());
        Object size = input.parameters() == null ? null : input.parameters().get("binary_data_size");
        float[] values = size == null ? json(input, pictures) : binary(input, size, pictures, bytes, binary);
        return new Images(pictures, SIDE, pixels(values));
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

    private static float[] json(RequestInput input, int pictures) {
        TensorData data = input.data();
        if (data == null) {
            throw refused("image has no data");
        }
        boolean nested = data.nesting().size() > 1;
        if (nested && !(data.regular() && data.nesting().equals(List.of(pictures, 1, SIDE, SIDE)))) {
            throw refused("nested data of image must have the shape [%d, 1, 28, 28], found %s%s"
                    .formatted(pictures, data.nesting(), data.regular() ? "" : ", not everywhere"));
        }
        return counted(data.values(), pictures);
    }

    private static float[] binary(RequestInput input, Object size, int pictures, boolean asBytes, ByteBuffer binary) {
        if (input.data() != null) {
            throw refused("image has both data and a binary_data_size");
        }
        int expected = pictures * AREA * (asBytes ? 1 : Float.BYTES);
        if (!(size instanceof Integer found) || found != expected || binary.remaining() != expected) {
            throw refused(
                    "%d pictures of %s take %,d bytes behind the JSON; binary_data_size says %s, and %,d are there"
                            .formatted(pictures, input.datatype(), expected, size, binary.remaining()));
        }
        float[] values = new float[pictures * AREA];
        if (asBytes) {
            for (int i = 0; i < values.length; i++) {
                values[i] = Byte.toUnsignedInt(binary.get());
            }
        } else {
            binary.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        }
        return values;
    }

    private static float[] counted(float[] values, int pictures) {
        if (values.length != pictures * AREA) {
            throw refused("%d pictures of 28×28 have %,d values, found %,d"
                    .formatted(pictures, pictures * AREA, values.length));
        }
        return values;
    }

    private static byte[] pixels(float[] values) {
        byte[] pixels = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            // Rounding would quietly turn pictures scaled to 0–1 into nothing.
            if (!(values[i] >= 0 && values[i] <= 255 && values[i] == (float) Math.rint(values[i]))) {
                throw refused(
                        "values of image must be whole numbers of 0–255, found %s at place %d; the model scales them"
                                        .formatted(values[i], i)
                                + " itself");
            }
            pixels[i] = (byte) (int) values[i];
        }
        return pixels;
    }

    private static ProblemException refused(String detail) {
        return new ProblemException(ProblemType.MALFORMED_REQUEST, detail);
    }
}
