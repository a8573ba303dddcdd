package lenet.web.card;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lenet.model.TrainedModel;
import lenet.network.Activation;
import lenet.network.Architecture.ShapedLayer;
import lenet.network.Codes;
import lenet.network.Connections;
import lenet.network.Layer;
import lenet.network.Layer.AveragePooling;
import lenet.network.Layer.Convolution;
import lenet.network.Layer.Dense;
import lenet.network.Layer.MaxPooling;
import lenet.network.Layer.RadialBasis;
import lenet.network.Layer.Subsampling;

/** A model's network as statements for PyTorch, from {@code image} to the logits in {@code x}. */
record TorchNetwork(TrainedModel model) {

    private static final int PICTURE = 28;

    /** Makes the tables that a program has drawn into tensors. */
    private static final String DRAWN = """


            def drawn(table):
                return torch.tensor([[mark == "X" for mark in row] for row in table.split()])


            """;

    /** What goes before the function: tables of connections and codes; empty where there are none. */
    String tables() {
        String tables = model.architecture().shapedLayers().stream()
                .map(TorchNetwork::table)
                .filter(table -> !table.isEmpty())
                .collect(Collectors.joining("\n"));
        return tables.isEmpty() ? "" : DRAWN + tables;
    }

    /** The statements, indented as a function's body. */
    String code() {
        List<String> lines = new ArrayList<>();
        int margin = (model.architecture().input().height() - PICTURE) / 2;
        lines.add(margin == 0 ? "x = image" : "x = F.pad(image, (%1$d, %1$d, %1$d, %1$d))".formatted(margin));
        lines.add("x = (x / 255 - %s) * %s"
                .formatted(model.scaling().mean(), model.scaling().scale()));
        boolean flat = false;
        for (Layer layer : model.architecture().layers()) {
            if ((layer instanceof Dense || layer instanceof RadialBasis) && !flat) {
                lines.add("x = x.flatten(1)");
                flat = true;
            }
            lines.add("x = " + line(layer));
        }
        double temperature = model.ensemble().temperature();
        if (temperature != 1) {
            lines.add("x = x / %s".formatted(temperature));
        }
        return "    " + String.join("\n    ", lines);
    }

    /** PyTorch convolves every map with every other: where the table has no connection, the weight is 0. */
    private static String table(ShapedLayer shaped) {
        if (shaped.layer() instanceof Convolution convolution
                && !convolution.connections().equals(Connections.ALL)) {
            return """
                    # Which maps (columns) each input map (row) feeds. The file has a kernel for each X, map by map.
                    connected = drawn(\"""
                    %s
                    \""").T
                    kernels = torch.zeros(*connected.shape, %3$d, %3$d)
                    kernels[connected] = weights["%2$s.weight"]
                    weights["%2$s.weight"] = kernels
                    """.formatted(rows(convolution, shaped.input().maps()), convolution.name(), convolution.kernel());
        } else if (shaped.layer() instanceof RadialBasis radial) {
            return """
                    # What F6 should give for each digit: a bitmap, row after row. X is 1, the rest is -1.
                    codes = drawn(\"""
                    %s
                    \""") * 2.0 - 1
                    """.formatted(rows(radial.codes()));
        }
        return "";
    }

    private static String rows(Convolution convolution, int inputMaps) {
        return IntStream.range(0, inputMaps)
                .mapToObj(input -> row(convolution.maps(), map -> convolution
                        .connections()
                        .inputsOf(map, inputMaps)
                        .contains(input)))
                .collect(Collectors.joining("\n"));
    }

    private static String rows(Codes codes) {
        return codes.signs().stream()
                .map(signs -> row(signs.size(), pixel -> signs.get(pixel) > 0))
                .collect(Collectors.joining("\n"));
    }

    private static String row(int marks, IntPredicate marked) {
        return IntStream.range(0, marks)
                .mapToObj(mark -> marked.test(mark) ? "X" : ".")
                .collect(Collectors.joining());
    }

    private static String line(Layer layer) {
        if (layer instanceof Convolution convolution) {
            return activated(convolution.activation(), weighted("F.conv2d", convolution.name()));
        } else if (layer instanceof AveragePooling pooling) {
            return "F.avg_pool2d(x, %d)".formatted(pooling.window());
        } else if (layer instanceof MaxPooling pooling) {
            return "F.max_pool2d(x, %d)".formatted(pooling.window());
        } else if (layer instanceof Subsampling subsampling) {
            return activated(subsampling.activation(), subsampled(subsampling));
        } else if (layer instanceof Dense dense) {
            return activated(dense.activation(), weighted("F.linear", dense.name()));
        } else if (layer instanceof RadialBasis) {
            return "-((x[:, None] - codes) ** 2).sum(2)";
        }
        throw new IllegalStateException("no statement for " + layer);
    }

    private static String subsampled(Subsampling layer) {
        String maps = layer.copies() == 1 ? "x" : "x.repeat_interleave(%d, 1)".formatted(layer.copies());
        return "F.avg_pool2d(%1$s, %2$d) * %3$d * weights[\"%4$s.weight\"][:, None, None] + weights[\"%4$s.bias\"][:, None, None]"
                .formatted(maps, layer.window(), layer.window() * layer.window(), layer.name());
    }

    private static String weighted(String function, String name) {
        return "%s(x, weights[\"%s.weight\"], weights[\"%2$s.bias\"])".formatted(function, name);
    }

    private static String activated(Activation activation, String sums) {
        return switch (activation) {
            case TANH -> "torch.tanh(" + sums + ")";
            case SCALED_TANH -> "1.7159 * torch.tanh(2 / 3 * (" + sums + "))";
            case RELU -> "torch.relu(" + sums + ")";
            case IDENTITY -> sums;
        };
    }
}
