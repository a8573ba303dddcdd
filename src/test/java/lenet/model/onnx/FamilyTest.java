package lenet.model.onnx;

import static lenet.model.onnx.HandMade.ANY;
import static lenet.model.onnx.HandMade.attribute;
import static lenet.model.onnx.HandMade.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.stream.Stream;
import lenet.dataset.Images;
import lenet.network.Activation;
import lenet.network.Architecture;
import lenet.network.ArchitectureCatalogue;
import lenet.network.Connections;
import lenet.network.Layer;
import lenet.network.Parameters;
import lenet.network.ReferenceNetwork;
import lenet.network.Scaling;
import lenet.network.Shape;
import lenet.testing.Digits;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Architectures that are not in the catalogue yet are recognised as those that are. */
class FamilyTest {

    private static final Scaling SCALING = new Scaling(0.25, 2);

    private static final Architecture MIXED = new Architecture(
            "mixed",
            "",
            new Shape(1, 30, 30),
            List.of(
                    new Layer.Convolution("C1", 3, 3, Activation.RELU),
                    new Layer.MaxPooling("S2", 2),
                    new Layer.Convolution(
                            "C3", 2, 3, new Connections(List.of(List.of(0, 2), List.of(1))), Activation.IDENTITY),
                    new Layer.AveragePooling("S4", 2),
                    new Layer.Subsampling("S5", 3, Activation.RELU),
                    new Layer.Dense("F6", 5, Activation.SCALED_TANH),
                    new Layer.Dense("OUTPUT", 4, Activation.IDENTITY)));

    /** One trained subsampling and one dense layer, small enough to write a graph of it. */
    private static final Architecture SUBSAMPLED = new Architecture(
            "subsampled",
            "",
            new Shape(1, 28, 28),
            List.of(
                    new Layer.Convolution("C1", 2, 5, Activation.SCALED_TANH),
                    new Layer.Subsampling("S2", 4, Activation.TANH),
                    new Layer.Dense("OUTPUT", 3, Activation.IDENTITY)));

    static Stream<Named<Architecture>> architectures() {
        return Stream.concat(ArchitectureCatalogue.all().stream(), Stream.of(Digits.PAPER, MIXED, SUBSAMPLED))
                .map(architecture -> Named.of(architecture.name(), architecture));
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void everyKindOfLayerComesBackBitForBit(Architecture architecture) {
        Parameters parameters = Digits.initial(architecture);
        Preprocessing picture = read(PictureGraph.of(architecture, SCALING, parameters, 1));

        assertThat(ArchitectureMatch.of(architecture, picture)).isEqualTo(parameters);
        assertThat(picture.scaling()).isEqualTo(SCALING);
    }

    @Test
    void weightsWhereTheTableHasNoConnectionAreAnotherNetwork() {
        Architecture dense = new Architecture(
                "dense",
                "",
                MIXED.input(),
                MIXED.layers().stream()
                        .map(layer -> layer.name().equals("C3")
                                ? new Layer.Convolution("C3", 2, 3, Activation.IDENTITY)
                                : layer)
                        .toList());
        Preprocessing picture = read(PictureGraph.of(dense, SCALING, Digits.initial(dense), 1));

        assertThatThrownBy(() -> ArchitectureMatch.of(MIXED, picture))
                .isInstanceOf(Mismatch.class)
                .hasMessageContaining("C3 of mixed should be without a connection from map 1 to map 0");
    }

    @Test
    void anotherSquashingFunctionIsAnotherNetwork() {
        Preprocessing picture = read(PictureGraph.of(MIXED, SCALING, Digits.initial(MIXED), 1));
        Architecture tanh = new Architecture(
                "tanh",
                "",
                MIXED.input(),
                List.of(new Layer.Convolution("C1", 3, 3, Activation.TANH), new Layer.Dense("F2", 2, Activation.TANH)));

        assertThatThrownBy(() -> ArchitectureMatch.of(tanh, picture))
                .hasMessage("node 'C1.relu' (Relu): the squashing function of C1 of tanh should be TANH, found RELU");
    }

    /** Written as one would with PyTorch: {@code 1.7159 * tanh(2 * x / 3)}, pooling times four times a coefficient. */
    @Test
    void constantsAroundTheLayersGoIntoTheWeights() {
        Parameters parameters = Digits.initial(SUBSAMPLED);
        float[] coefficients = parameters.tensor(SUBSAMPLED, "S2.weight");
        float[] output = parameters.tensor(SUBSAMPLED, "OUTPUT.weight");
        for (int i = 0; i < output.length; i++) {
            output[i] /= 8;
        }
        byte[] file = new HandMade(13)
                .input("x", ANY, 1, 28, 28)
                .floats("c", parameters.tensor(SUBSAMPLED, "C1.weight"), 2, 1, 5, 5)
                .floats("c_bias", parameters.tensor(SUBSAMPLED, "C1.bias"), 2)
                .floats("two", new float[] {2})
                .floats("three", new float[] {3})
                .floats("amplitude", new float[] {1.7159f})
                .floats("area", new float[] {16})
                .floats("s", coefficients, 1, 2, 1, 1)
                .floats("s_bias", parameters.tensor(SUBSAMPLED, "S2.bias"), 2, 1, 1)
                .floats("o", output, 3, 72)
                .floats("o_bias", parameters.tensor(SUBSAMPLED, "OUTPUT.bias"), 3)
                .floats("eight", new float[] {8}, 1, 1)
                .node("Conv", "conv", List.of("x", "c", "c_bias"))
                .node("Mul", "twice", List.of("two", "conv"))
                .node("Div", "narrowed", List.of("twice", "three"))
                .node("Tanh", "tanh", List.of("narrowed"))
                .node("Mul", "widened", List.of("tanh", "amplitude"))
                .node("AveragePool", "mean", List.of("widened"), list("kernel_shape", 4, 4), list("strides", 4, 4))
                .node("Mul", "sum", List.of("mean", "area"))
                .node("Mul", "weighted", List.of("sum", "s"))
                .node("Add", "biased", List.of("weighted", "s_bias"))
                .node("Tanh", "tanh2", List.of("biased"))
                .node("Mul", "larger", List.of("tanh2", "eight"))
                .node("Flatten", "flat", List.of("larger"))
                .node("Gemm", "logits", List.of("flat", "o", "o_bias"), attribute("transB", 1))
                .output("logits", ANY, 3)
                .bytes();

        Parameters found = ArchitectureMatch.of(SUBSAMPLED, read(graph(file)));

        Images pictures = Digits.random(2, 28, 3, 4).images();
        for (int picture = 0; picture < 2; picture++) {
            double[] expected = new ReferenceNetwork(SUBSAMPLED, SCALING, parameters).logits(pictures, picture);
            assertThat(new ReferenceNetwork(SUBSAMPLED, SCALING, found).logits(pictures, picture))
                    .containsExactly(expected, within(1e-5));
        }
    }

    private static Preprocessing read(GraphProto graph) {
        return Preprocessing.of(GraphReader.read(graph, 22), SCALING);
    }

    private static GraphProto graph(byte[] file) {
        try {
            return ModelProto.parseFrom(file).getGraph();
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }
}
