package lenet.model.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import java.util.List;
import lenet.network.Architecture;
import lenet.network.Parameters;
import lenet.network.Scaling;
import lenet.network.Shape;

/** Writes a network together with what becomes of a picture before it and of the logits after it. */
final class PictureGraph {

    static final String IMAGE = "image";
    static final String PROBABILITIES = "probabilities";

    /** Pixels along a side of the pictures that the service classifies. */
    static final int SIDE = 28;

    private PictureGraph() {}

    /** From pictures of 28×28 pixels, or less if the network takes no more, to logits and probabilities. */
    static GraphProto of(Architecture architecture, Scaling scaling, Parameters parameters, double temperature) {
        Shape input = architecture.input();
        int height = Math.min(SIDE, input.height());
        int width = Math.min(SIDE, input.width());
        GraphBuilder graph = new GraphBuilder(architecture.name(), IMAGE, input.maps(), height, width);
        pad(graph, input.height() - height, input.width() - width);
        scale(graph, scaling);
        LayerNodes.append(architecture, parameters, temperature, graph);
        return graph.then("Softmax", PROBABILITIES, List.of())
                .output(PROBABILITIES, architecture.classes())
                .build();
    }

    /** With pixels of 0, before they are scaled: what surrounds a digit is background. */
    private static void pad(GraphBuilder graph, int rows, int columns) {
        if (rows > 0 || columns > 0) {
            long[] margins = {0, 0, rows / 2, columns / 2, 0, 0, rows - rows / 2, columns - columns / 2};
            graph.then("Pad", "padded", List.of(graph.constant("margins", margins)));
        }
    }

    private static void scale(GraphBuilder graph, Scaling scaling) {
        graph.then("Div", "unit", List.of(graph.constant("white", 255)))
                .then("Sub", "centred", List.of(graph.constant("mean", (float) scaling.mean())))
                .then("Mul", "scaled", List.of(graph.constant("scale", (float) scaling.scale())));
    }
}
