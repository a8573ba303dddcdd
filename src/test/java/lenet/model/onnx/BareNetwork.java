package lenet.model.onnx;

import lenet.network.Architecture;
import lenet.network.Parameters;
import lenet.network.Shape;

/**
 * A network's layers alone as an ONNX file: from padded, scaled inputs {@code [picture][map][row][column]} to logits
 * {@code [picture][class]}.
 */
public final class BareNetwork {

    /** What the graph calls its input. */
    public static final String INPUT = "input";

    private BareNetwork() {}

    /** The file's bytes. */
    public static byte[] bytes(Architecture architecture, Parameters parameters) {
        Shape input = architecture.input();
        GraphBuilder graph = new GraphBuilder(architecture.name(), INPUT, input.maps(), input.height(), input.width());
        LayerNodes.append(architecture, parameters, 1, graph);
        return OnnxFile.file(graph.build()).build().toByteArray();
    }
}
