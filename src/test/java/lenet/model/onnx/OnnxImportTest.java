package lenet.model.onnx;

import static lenet.model.onnx.HandMade.ANY;
import static lenet.model.onnx.HandMade.attribute;
import static lenet.model.onnx.HandMade.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import lenet.dataset.Dataset;
import lenet.dataset.Images;
import lenet.dataset.Split;
import lenet.engine.vector.VectorEngine;
import lenet.model.BundledModel;
import lenet.model.ImportedNetwork;
import lenet.model.TrainedModel;
import lenet.network.Classifier;
import lenet.network.Parameters;
import lenet.network.Scaling;
import lenet.network.Softmax;
import lenet.testing.Digits;
import lenet.testing.Tempered;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files of others become networks of ours that give the same probabilities. The files named {@code pytorch-*} are
 * PyTorch's own, see {@code src/test/python}; what its newer exporter and the converters of Keras models write could not be
 * had here and is put together by hand in the form in which they write it.
 */
class OnnxImportTest {

    private static final int COUNT = 20;
    private static final Scaling UNIT = new Scaling(0, 1);
    private static final Scaling CENTRED = new Scaling(0.1, 1);
    private static final Parameters PARAMETERS = Digits.initial(Digits.LENET5);

    private static Images digits;

    @BeforeAll
    static void readDigits() {
        digits = Dataset.bundled().split(Split.TEST).images();
    }

    @Test
    void ourOwnFileComesBackBitForBit() {
        TrainedModel model = BundledModel.load();

        ImportedNetwork imported = OnnxFile.read(
                OnnxFile.write(model, new Edition("0.1.0", 3, Map.of("card", "short"))), new Scaling(0.5, 2));

        assertThat(imported.network().architecture()).isEqualTo(model.network().architecture());
        assertThat(imported.network().parameters()).isEqualTo(model.network().parameters());
        assertThat(imported.network().scaling()).isEqualTo(model.network().scaling());
        assertThat(imported.provenance()).isEqualTo(model.provenance());
        assertThat(imported.producer()).isEqualTo("lenet5-service 0.1.0");
        assertThat(imported.metadata()).containsEntry("card", "short").containsEntry("architecture", "lenet5");
    }

    @Test
    void aTemperatureComesBackWithTheWeightsBitForBit() {
        TrainedModel warm = Tempered.at(1.2345678901234567, BundledModel.load());

        ImportedNetwork imported = OnnxFile.read(OnnxFile.write(warm, new Edition("0.1.0", 3, Map.of())), UNIT);

        assertThat(imported.ensemble()).isEqualTo(warm.ensemble());
    }

    @Test
    void aTemperatureThatTheGraphDoesNotDivideByIsNoTemperature() throws IOException {
        ModelProto.Builder file = ModelProto.parseFrom(
                OnnxFile.write(Tempered.at(1, BundledModel.load()), new Edition("0.1.0", 3, Map.of())))
                .toBuilder();
        file.addMetadataProps(
                StringStringEntryProto.newBuilder().setKey("temperature").setValue("2.0"));

        ImportedNetwork imported = OnnxFile.read(file.build().toByteArray(), UNIT);

        assertThat(imported.ensemble().temperature()).isEqualTo(1);
    }

    @Test
    void aDivisionThatTheFileDoesNotSpeakOfGoesIntoTheWeights() throws IOException {
        TrainedModel bundled = BundledModel.load();
        TrainedModel warm = Tempered.at(2, bundled);
        ModelProto file = ModelProto.parseFrom(OnnxFile.write(warm, new Edition("0.1.0", 3, Map.of())));

        ImportedNetwork imported =
                OnnxFile.read(file.toBuilder().clearMetadataProps().build().toByteArray(), UNIT);

        assertThat(imported.ensemble().temperature()).isEqualTo(1);
        float[] bias = imported.network().parameters().tensor(bundled.architecture(), "OUTPUT.bias");
        assertThat(bias[0]).isEqualTo(bundled.parameters().tensor(bundled.architecture(), "OUTPUT.bias")[0] / 2);
    }

    @Test
    void aFileOfPyTorchWhoseFirstConvolutionPadsIsRead() throws IOException, OrtException {
        ImportedNetwork imported = OnnxFile.read(fixture("pytorch-padding.onnx"), UNIT);

        assertThat(imported.producer()).isEqualTo("pytorch 1.13.0");
        assertThat(imported.provenance()).isNull();
        assertThat(imported.network().scaling()).isEqualTo(UNIT);
        assertProbabilities(imported, fixtureProbabilities("pytorch-padding.csv"));
        assertProbabilities(imported, theirs(fixture("pytorch-padding.onnx"), 28, pixel -> pixel / 255));
    }

    @Test
    void aFileOfPyTorchThatPadsAndNormalisesByItselfIsRead() throws IOException, OrtException {
        ImportedNetwork imported = OnnxFile.read(fixture("pytorch-normalising.onnx"), CENTRED);

        assertThat(imported.network().scaling().mean()).isCloseTo(0.1307, within(1e-7));
        assertThat(imported.network().scaling().scale()).isCloseTo(1 / 0.3081, within(1e-6));
        assertProbabilities(imported, fixtureProbabilities("pytorch-normalising.csv"));
        assertProbabilities(imported, probabilitiesOf(fixture("pytorch-normalising.onnx"), 28, pixel -> pixel / 255));
    }

    @Test
    void aFileOfPyTorchForOnePaddedPictureAtATimeIsRead() throws IOException, OrtException {
        ImportedNetwork imported = OnnxFile.read(fixture("pytorch-plain.onnx"), CENTRED);

        assertThat(imported.network().scaling()).isEqualTo(CENTRED);
        assertProbabilities(imported, fixtureProbabilities("pytorch-plain.csv"));
        assertProbabilities(imported, oneByOne(fixture("pytorch-plain.onnx"), 32, pixel -> pixel / 255 - 0.1));
    }

    @Test
    void aFileInTheFormOfPyTorchsNewerExporterIsRead() throws OrtException {
        byte[] file = dynamo().bytes();

        ImportedNetwork imported = OnnxFile.read(file, UNIT);

        assertThat(imported.network().parameters()).isEqualTo(PARAMETERS);
        assertProbabilities(imported, theirs(file, 28, pixel -> pixel / 255));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFileInTheFormOfKerasConvertersIsRead(boolean padded) throws OrtException {
        byte[] file = keras(padded).bytes();

        ImportedNetwork imported = OnnxFile.read(file, padded ? CENTRED : UNIT);

        assertThat(imported.network().parameters()).isEqualTo(PARAMETERS);
        assertProbabilities(
                imported, padded ? nhwc(file, 32, pixel -> pixel / 255 - 0.1) : nhwc(file, 28, pixel -> pixel / 255));
    }

    /** Conv, AveragePool, Flatten and Gemm, as {@code torch.onnx.export(…, dynamo=True)} names and orders them. */
    private static HandMade dynamo() {
        return new HandMade(18)
                .input("x", ANY, 1, 28, 28)
                .layer("conv1", PARAMETERS, "C1", 6, 1, 5, 5)
                .layer("conv2", PARAMETERS, "C3", 16, 6, 5, 5)
                .layer("fc1", PARAMETERS, "C5", 120, 400)
                .layer("fc2", PARAMETERS, "F6", 84, 120)
                .layer("fc3", PARAMETERS, "OUTPUT", 10, 84)
                .node("Conv", "conv2d", List.of("x", "conv1.weight", "conv1.bias"), convolution(2))
                .node("Tanh", "tanh", List.of("conv2d"))
                .node("AveragePool", "avg_pool2d", List.of("tanh"), pooling())
                .node("Conv", "conv2d_1", List.of("avg_pool2d", "conv2.weight", "conv2.bias"), convolution(0))
                .node("Tanh", "tanh_1", List.of("conv2d_1"))
                .node("AveragePool", "avg_pool2d_1", List.of("tanh_1"), pooling())
                .node("Shape", "val_0", List.of("x"), attribute("end", 1), attribute("start", 0))
                .node("Constant", "val_1", List.of(), attribute("value", HandMade.integers(400)))
                .node("Concat", "val_2", List.of("val_0", "val_1"), attribute("axis", 0))
                .node("Reshape", "view", List.of("avg_pool2d_1", "val_2"), attribute("allowzero", 1))
                .node("Gemm", "linear", List.of("view", "fc1.weight", "fc1.bias"), gemm())
                .node("Tanh", "tanh_2", List.of("linear"))
                .node("Gemm", "linear_1", List.of("tanh_2", "fc2.weight", "fc2.bias"), gemm())
                .node("Tanh", "tanh_3", List.of("linear_1"))
                .node("Identity", "dropout", List.of("tanh_3"))
                .node("Gemm", "linear_2", List.of("dropout", "fc3.weight", "fc3.bias"), gemm())
                .output("linear_2", ANY, 10);
    }

    private static AttributeProto[] convolution(int margin) {
        return new AttributeProto[] {
            attribute("group", 1),
            list("pads", margin, margin, margin, margin),
            attribute("auto_pad", "NOTSET"),
            list("strides", 1, 1),
            list("dilations", 1, 1)
        };
    }

    private static AttributeProto[] pooling() {
        return new AttributeProto[] {
            list("kernel_shape", 2, 2),
            list("strides", 2, 2),
            list("pads", 0, 0, 0, 0),
            attribute("auto_pad", "NOTSET"),
            attribute("ceil_mode", 0),
            attribute("count_include_pad", 1)
        };
    }

    private static AttributeProto[] gemm() {
        return new AttributeProto[] {
            attribute("alpha", 1f), attribute("beta", 1f), attribute("transA", 0), attribute("transB", 1)
        };
    }

    /**
     * A picture's channel is its last axis, as {@code tf2onnx} leaves it at both ends of the convolutions; flattened units
     * come in Keras's order: row, column, map; dense weights are {@code [inputs][units]} and biases nodes by themselves.
     */
    private static HandMade keras(boolean padded) {
        int side = padded ? 32 : 28;
        int[] flat = Layout.transposed(new int[] {16, 5, 5}, new int[] {1, 2, 0});
        return new HandMade(15)
                .input("conv2d_input", ANY, side, side, 1)
                .floats("conv2d/kernel", PARAMETERS.tensor(Digits.LENET5, "C1.weight"), 6, 1, 5, 5)
                .floats("conv2d/bias", PARAMETERS.tensor(Digits.LENET5, "C1.bias"), 1, 6, 1, 1)
                .floats("conv2d_1/kernel", PARAMETERS.tensor(Digits.LENET5, "C3.weight"), 16, 6, 5, 5)
                .floats("conv2d_1/bias", PARAMETERS.tensor(Digits.LENET5, "C3.bias"), 16)
                .floats("dense/kernel", inputsFirst("C5.weight", 120, flat), 400, 120)
                .floats("dense/bias", PARAMETERS.tensor(Digits.LENET5, "C5.bias"), 120)
                .floats("dense_1/kernel", inputsFirst("F6.weight", 84, upTo(120)), 120, 84)
                .floats("dense_1/bias", PARAMETERS.tensor(Digits.LENET5, "F6.bias"), 84)
                .floats("dense_2/kernel", inputsFirst("OUTPUT.weight", 10, upTo(84)), 84, 10)
                .floats("dense_2/bias", PARAMETERS.tensor(Digits.LENET5, "OUTPUT.bias"), 10)
                .integers("const_fold_opt__45", -1, 400)
                .node("Transpose", "nchw", List.of("conv2d_input"), list("perm", 0, 3, 1, 2))
                .node(
                        "Conv",
                        "conv2d/Conv2D",
                        List.of("nchw", "conv2d/kernel"),
                        list("kernel_shape", 5, 5),
                        list("strides", 1, 1),
                        list("dilations", 1, 1),
                        attribute("group", 1),
                        attribute("auto_pad", padded ? "VALID" : "SAME_UPPER"))
                .node("Add", "conv2d/BiasAdd", List.of("conv2d/Conv2D", "conv2d/bias"))
                .node("Tanh", "conv2d/Tanh", List.of("conv2d/BiasAdd"))
                .node(
                        "AveragePool",
                        "pool",
                        List.of("conv2d/Tanh"),
                        list("kernel_shape", 2, 2),
                        list("strides", 2, 2),
                        attribute("auto_pad", "VALID"))
                .node(
                        "Conv",
                        "conv2d_1/BiasAdd",
                        List.of("pool", "conv2d_1/kernel", "conv2d_1/bias"),
                        list("kernel_shape", 5, 5),
                        attribute("auto_pad", "VALID"))
                .node("Tanh", "conv2d_1/Tanh", List.of("conv2d_1/BiasAdd"))
                .node(
                        "AveragePool",
                        "pool_1",
                        List.of("conv2d_1/Tanh"),
                        list("kernel_shape", 2, 2),
                        list("strides", 2, 2))
                .node("Transpose", "nhwc", List.of("pool_1"), list("perm", 0, 2, 3, 1))
                .node("Reshape", "flatten", List.of("nhwc", "const_fold_opt__45"))
                .node("MatMul", "dense/MatMul", List.of("flatten", "dense/kernel"))
                .node("Add", "dense/BiasAdd", List.of("dense/MatMul", "dense/bias"))
                .node("Tanh", "dense/Tanh", List.of("dense/BiasAdd"))
                .node("MatMul", "dense_1/MatMul", List.of("dense/Tanh", "dense_1/kernel"))
                .node("Add", "dense_1/BiasAdd", List.of("dense_1/bias", "dense_1/MatMul"))
                .node("Tanh", "dense_1/Tanh", List.of("dense_1/BiasAdd"))
                .node("MatMul", "dense_2/MatMul", List.of("dense_1/Tanh", "dense_2/kernel"))
                .node("Add", "dense_2", List.of("dense_2/MatMul", "dense_2/bias"))
                .output("dense_2", ANY, 10);
    }

    /** Weights as {@code [inputs][units]}, the inputs in the given order. */
    private static float[] inputsFirst(String tensor, int units, int[] order) {
        float[] weights = PARAMETERS.tensor(Digits.LENET5, tensor);
        float[] turned = new float[weights.length];
        for (int i = 0; i < turned.length; i++) {
            turned[i] = weights[i % units * order.length + order[i / units]];
        }
        return turned;
    }

    private static int[] upTo(int end) {
        return IntStream.range(0, end).toArray();
    }

    private static void assertProbabilities(ImportedNetwork imported, double[] expected) {
        assertThat(expected).hasSize(COUNT * 10);
        try (Classifier classifier = new VectorEngine()
                .classifier(
                        imported.network().architecture(),
                        imported.network().scaling(),
                        imported.network().parameters())) {
            float[] logits = classifier.logits(digits, 0, COUNT);
            for (int i = 0; i < expected.length; i++) {
                double found = Softmax.probabilities(logits, i / 10 * 10, 10)[i % 10];
                assertThat(found).as("class %d of digit %d", i % 10, i / 10).isCloseTo(expected[i], within(1e-5));
            }
        }
    }

    /** What ONNX Runtime gives for a file whose output is logits, or logarithms of probabilities. */
    private static double[] theirs(byte[] file, int side, DoubleUnaryOperator ofPixel) throws OrtException {
        return softmax(run(file, inputs(side, ofPixel), COUNT, 1, side, side));
    }

    private static double[] oneByOne(byte[] file, int side, DoubleUnaryOperator ofPixel) throws OrtException {
        float[] inputs = inputs(side, ofPixel);
        int pixels = side * side;
        float[] logits = new float[COUNT * 10];
        try (RunningFile running = new RunningFile(file)) {
            for (int i = 0; i < COUNT; i++) {
                float[] one = running.run(Arrays.copyOfRange(inputs, i * pixels, (i + 1) * pixels), 1, 1, side, side);
                System.arraycopy(one, 0, logits, i * 10, 10);
            }
        }
        return softmax(logits);
    }

    private static double[] nhwc(byte[] file, int side, DoubleUnaryOperator ofPixel) throws OrtException {
        return softmax(run(file, inputs(side, ofPixel), COUNT, side, side, 1));
    }

    private static double[] probabilitiesOf(byte[] file, int side, DoubleUnaryOperator ofPixel) throws OrtException {
        float[] given = run(file, inputs(side, ofPixel), COUNT, 1, side, side);
        return IntStream.range(0, given.length).mapToDouble(i -> given[i]).toArray();
    }

    private static float[] run(byte[] file, float[] inputs, long... shape) throws OrtException {
        try (RunningFile running = new RunningFile(file)) {
            return running.run(inputs, shape);
        }
    }

    private static double[] softmax(float[] logits) {
        return IntStream.range(0, logits.length / 10)
                .mapToObj(i -> Softmax.probabilities(logits, i * 10, 10))
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    /** The first digits in the middle of {@code side × side}, each pixel turned into an input. */
    private static float[] inputs(int side, DoubleUnaryOperator ofPixel) {
        float[] inputs = new float[COUNT * side * side];
        int margin = (side - 28) / 2;
        for (int i = 0; i < inputs.length; i++) {
            int row = i / side % side - margin;
            int column = i % side - margin;
            boolean inside = row >= 0 && row < 28 && column >= 0 && column < 28;
            int pixel = inside
                    ? Byte.toUnsignedInt(digits.pixels()[digits.offset(i / side / side) + row * 28 + column])
                    : 0;
            inputs[i] = (float) ofPixel.applyAsDouble(pixel);
        }
        return inputs;
    }

    private static byte[] fixture(String name) throws IOException {
        try (InputStream file = OnnxImportTest.class.getResourceAsStream("/onnx/" + name)) {
            return Objects.requireNonNull(file).readAllBytes();
        }
    }

    private static double[] fixtureProbabilities(String name) throws IOException {
        return new String(fixture(name), StandardCharsets.UTF_8)
                .lines()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
