package lenet.model.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Function;
import java.util.stream.IntStream;
import lenet.model.ModelFileException;
import lenet.model.onnx.Value.Floats;
import lenet.model.onnx.Value.Integers;

/** Reads a file's tensors as constants. */
final class Constants {

    private static final int MOST_AXES = 8;

    private Constants() {}

    /**
     * The constant that {@code tensor} is.
     *
     * @param refusal makes the exception of a sentence about the tensor
     */
    static Value read(TensorProto tensor, Function<String, ModelFileException> refusal) {
        if (tensor.getDataLocation() == TensorProto.DataLocation.EXTERNAL || tensor.getExternalDataCount() > 0) {
            throw refusal.apply("keeps its data in another file; only what stands in the ONNX file itself is read");
        }
        int[] shape = shape(tensor, refusal);
        DataType type = DataType.forNumber(tensor.getDataType());
        if (type == DataType.FLOAT) {
            return new Floats(shape, floats(tensor, Sizes.product(shape), refusal));
        } else if (type == DataType.INT64 || type == DataType.INT32) {
            return new Integers(shape, integers(tensor, type, Sizes.product(shape), refusal));
        }
        throw refusal.apply("is of type %s; FLOAT, INT64 and INT32 are read"
                .formatted(type == null ? "number " + tensor.getDataType() : type));
    }

    private static int[] shape(TensorProto tensor, Function<String, ModelFileException> refusal) {
        if (tensor.getDimsCount() > MOST_AXES) {
            throw refusal.apply("has %d axes; at most %d are read".formatted(tensor.getDimsCount(), MOST_AXES));
        }
        return tensor.getDimsList().stream()
                .mapToInt(size -> {
                    if (size < 0 || size > OnnxFile.LARGEST) {
                        throw refusal.apply("has an axis of size %d".formatted(size));
                    }
                    return size.intValue();
                })
                .toArray();
    }

    private static float[] floats(TensorProto tensor, int count, Function<String, ModelFileException> refusal) {
        float[] values;
        if (tensor.hasRawData()) {
            ByteBuffer raw = raw(tensor, count, Float.BYTES, refusal);
            values = new float[count];
            raw.asFloatBuffer().get(values);
        } else {
            check(tensor.getFloatDataCount(), count, refusal);
            values = new float[count];
            for (int i = 0; i < count; i++) {
                values[i] = tensor.getFloatData(i);
            }
        }
        if (IntStream.range(0, count).anyMatch(i -> !Float.isFinite(values[i]))) {
            throw refusal.apply("holds a value that is infinite or not a number");
        }
        return values;
    }

    private static long[] integers(
            TensorProto tensor, DataType type, int count, Function<String, ModelFileException> refusal) {
        boolean wide = type == DataType.INT64;
        if (tensor.hasRawData()) {
            ByteBuffer raw = raw(tensor, count, wide ? Long.BYTES : Integer.BYTES, refusal);
            return IntStream.range(0, count)
                    .mapToLong(i -> wide ? raw.getLong(i * Long.BYTES) : raw.getInt(i * Integer.BYTES))
                    .toArray();
        }
        check(wide ? tensor.getInt64DataCount() : tensor.getInt32DataCount(), count, refusal);
        return IntStream.range(0, count)
                .mapToLong(i -> wide ? tensor.getInt64Data(i) : tensor.getInt32Data(i))
                .toArray();
    }

    private static ByteBuffer raw(
            TensorProto tensor, int count, int bytes, Function<String, ModelFileException> refusal) {
        check(tensor.getRawData().size(), (long) count * bytes, refusal);
        return tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Before anything as large as the file says is made. */
    private static void check(long found, long expected, Function<String, ModelFileException> refusal) {
        if (found != expected) {
            throw refusal.apply("should hold data of length %,d for its shape, found %,d".formatted(expected, found));
        }
    }
}
