package lenet.model.onnx;

import java.util.Arrays;
import java.util.List;
import lenet.network.Activation;
import lenet.network.Architecture;
import lenet.network.Architecture.ShapedLayer;
import lenet.network.Codes;
import lenet.network.Connections;
import lenet.network.Layer;
import lenet.network.Parameters;
import lenet.network.Shape;

/** Writes an architecture's layers as ONNX nodes, from the scaled and padded input to the logits. */
final class LayerNodes {

    /** What the graph calls the last layer's sums, {@code [picture][class]}. */
    static final String LOGITS = "logits";

    private final Architecture architecture;
    private final Parameters parameters;
    private final GraphBuilder graph;
    private boolean flat;

    private LayerNodes(Architecture architecture, Parameters parameters, GraphBuilder graph) {
        this.architecture = architecture;
        this.parameters = parameters;
        this.graph = graph;
    }

    /** Appends all layers and makes the logits, divided by {@code temperature}, an output. */
    static void append(Architecture architecture, Parameters parameters, double temperature, GraphBuilder graph) {
        LayerNodes nodes = new LayerNodes(architecture, parameters, graph);
        architecture.shapedLayers().forEach(nodes::add);
        nodes.flatten("sums");
        if (temperature != 1) {
            graph.then("Div", "tempered", List.of(graph.constant("temperature", (float) temperature)));
        }
        graph.output(LOGITS, architecture.classes());
    }

    private void add(ShapedLayer shaped) {
        if (shaped.layer() instanceof Layer.Convolution convolution) {
            convolution(convolution, shaped.input());
        } else if (shaped.layer() instanceof Layer.AveragePooling pooling) {
            pooling("AveragePool", pooling.name(), pooling.window());
        } else if (shaped.layer() instanceof Layer.MaxPooling pooling) {
            pooling("MaxPool", pooling.name(), pooling.window());
        } else if (shaped.layer() instanceof Layer.Subsampling subsampling) {
            subsampling(subsampling, shaped.input());
        } else if (shaped.layer() instanceof Layer.Dense dense) {
            dense(dense, shaped.input());
        } else if (shaped.layer() instanceof Layer.RadialBasis radial) {
            radial(radial);
        }
    }

    private void convolution(Layer.Convolution layer, Shape input) {
        int kernel = layer.kernel();
        float[] weights = withZeros(layer, input, values(layer, ".weight"));
        graph.then(
                "Conv",
                layer.name(),
                List.of(
                        graph.constant(layer.name() + ".weight", weights, layer.maps(), input.maps(), kernel, kernel),
                        bias(layer, layer.maps())),
                GraphBuilder.square("kernel_shape", kernel));
        squash(layer, layer.activation());
    }

    /** ONNX knows no connection tables: weights where there is no connection are zero. */
    private static float[] withZeros(Layer.Convolution layer, Shape input, float[] connected) {
        if (layer.connections().equals(Connections.ALL)) {
            return connected;
        }
        int area = layer.kernel() * layer.kernel();
        float[] weights = new float[layer.maps() * input.maps() * area];
        int from = 0;
        for (int map = 0; map < layer.maps(); map++) {
            for (int inputMap : layer.connections().inputsOf(map, input.maps())) {
                System.arraycopy(connected, from, weights, (map * input.maps() + inputMap) * area, area);
                from += area;
            }
        }
        return weights;
    }

    private void pooling(String operator, String name, int window) {
        graph.then(
                operator,
                name,
                List.of(),
                GraphBuilder.square("kernel_shape", window),
                GraphBuilder.square("strides", window));
    }

    /** A convolution of each map by itself, whose weights are all that map's coefficient. */
    private void subsampling(Layer.Subsampling layer, Shape input) {
        int window = layer.window();
        int area = window * window;
        float[] coefficients = values(layer, ".weight");
        int maps = layer.copies() * input.maps();
        float[] weights = new float[maps * area];
        for (int map = 0; map < maps; map++) {
            Arrays.fill(weights, map * area, (map + 1) * area, coefficients[map]);
        }
        graph.then(
                "Conv",
                layer.name(),
                List.of(graph.constant(layer.name() + ".weight", weights, maps, 1, window, window), bias(layer, maps)),
                GraphBuilder.square("kernel_shape", window),
                GraphBuilder.square("strides", window),
                GraphBuilder.integer("group", input.maps()));
        squash(layer, layer.activation());
    }

    private void dense(Layer.Dense layer, Shape input) {
        flatten(layer.name() + ".flat");
        float[] weights = values(layer, ".weight");
        graph.then(
                "Gemm",
                layer.name(),
                List.of(
                        graph.constant(layer.name() + ".weight", weights, layer.units(), input.units()),
                        bias(layer, layer.units())),
                GraphBuilder.integer("transB", 1));
        squash(layer, layer.activation());
    }

    /**
     * The negative squared distances from the codes, less what all classes share, the square of the units themselves: the
     * same probabilities from a matrix that every runtime has.
     */
    private void radial(Layer.RadialBasis layer) {
        flatten(layer.name() + ".flat");
        Codes codes = layer.codes();
        graph.then(
                "Gemm",
                layer.name(),
                List.of(
                        graph.constant(layer.name() + ".codes", codes.doubled(), codes.classes(), codes.length()),
                        graph.constant(layer.name() + ".squares", codes.negativeSquares(), codes.classes())),
                GraphBuilder.integer("transB", 1));
    }

    /** One unit a map is still a picture to ONNX. */
    private void flatten(String name) {
        if (!flat) {
            graph.then("Flatten", name, List.of());
        }
        flat = true;
    }

    private void squash(Layer layer, Activation activation) {
        String tanh = layer.name() + ".tanh";
        switch (activation) {
            case TANH -> graph.then("Tanh", tanh, List.of());
            case RELU -> graph.then("Relu", layer.name() + ".relu", List.of());
            case SCALED_TANH -> {
                String slope = graph.constant(layer.name() + ".slope", ScaledTanh.SLOPE);
                String amplitude = graph.constant(layer.name() + ".amplitude", ScaledTanh.AMPLITUDE);
                graph.then("Mul", layer.name() + ".narrowed", List.of(slope))
                        .then("Tanh", tanh, List.of())
                        .then("Mul", layer.name() + ".widened", List.of(amplitude));
            }
            case IDENTITY -> {
                // The sums are what the layer gives.
            }
        }
    }

    private String bias(Layer layer, int length) {
        return graph.constant(layer.name() + ".bias", values(layer, ".bias"), length);
    }

    private float[] values(Layer layer, String tensor) {
        return parameters.tensor(architecture, layer.name() + tensor);
    }
}
