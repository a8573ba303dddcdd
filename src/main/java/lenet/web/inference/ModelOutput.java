package lenet.web.inference;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import lenet.classification.Inference;

/** What the model can be asked for, by the names that its ONNX file uses too. */
enum ModelOutput {
    /** The network's logits, one a class. */
    LOGITS("logits", "FP32", 10) {
        @Override
        float[] values(Inference inference) {
            return inference.logits();
        }
    },
    /** Their softmax. */
    PROBABILITIES("probabilities", "FP32", 10) {
        @Override
        float[] values(Inference inference) {
            float[] values = new float[inference.logits().length];
            for (int i = 0; i < inference.count(); i++) {
                List<Double> probabilities = inference.probabilities(i);
                for (int j = 0; j < inference.classes(); j++) {
                    values[i * inference.classes() + j] = probabilities.get(j).floatValue();
                }
            }
            return values;
        }
    },
    /** The most probable class. */
    DIGIT("digit", "INT64", 1) {
        @Override
        long[] values(Inference inference) {
            return IntStream.range(0, inference.count())
                    .mapToLong(inference::digit)
                    .toArray();
        }
    };

    private final String tensorName;
    private final String datatype;
    private final int columns;

    ModelOutput(String tensorName, String datatype, int columns) {
        this.tensorName = tensorName;
        this.datatype = datatype;
        this.columns = columns;
    }

    /** The values, {@code [picture][column]}, row-major, as an array of the datatype. */
    abstract Object values(Inference inference);

    /** The output called {@code name}, if there is one. */
    static Optional<ModelOutput> find(String name) {
        return Arrays.stream(values())
                .filter(output -> output.tensorName.equals(name))
                .findFirst();
    }

    /** All of them, in the order in which they are answered. */
    static List<ModelOutput> all() {
        return List.of(values());
    }

    /** The names of all. */
    static List<String> names() {
        return Arrays.stream(values()).map(output -> output.tensorName).toList();
    }

    TensorMetadata metadata() {
        return new TensorMetadata(tensorName, datatype, shape(-1));
    }

    Tensor tensor(Inference inference) {
        return new Tensor(tensorName, datatype, shape(inference.count()), null, values(inference));
    }

    /** As {@link #tensor}, for values that follow in binary form. */
    Tensor binaryTensor(Inference inference) {
        Map<String, Object> size = Map.of("binary_data_size", binary(inference).length);
        return new Tensor(tensorName, datatype, shape(inference.count()), size, null);
    }

    /** The values as the extension for binary tensor data wants them: little-endian, row-major. */
    byte[] binary(Inference inference) {
        Object values = values(inference);
        if (values instanceof long[] integers) {
            ByteBuffer bytes = ByteBuffer.allocate(integers.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asLongBuffer().put(integers);
            return bytes.array();
        }
        float[] floats = (float[]) values;
        ByteBuffer bytes = ByteBuffer.allocate(floats.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(floats);
        return bytes.array();
    }

    private List<Integer> shape(int batch) {
        return columns == 1 ? List.of(batch) : List.of(batch, columns);
    }
}
