package lenet.web.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lenet.model.TrainedModel;
import lenet.network.Activation;
import lenet.network.Connections;
import lenet.network.Layer;
import lenet.network.Layer.AveragePooling;
import lenet.network.Layer.Convolution;
import lenet.network.Layer.Dense;
import lenet.network.Layer.MaxPooling;
import lenet.network.Layer.Subsampling;

/** A model's network as statements for PyTorch, from {@code image} to the logits in {@code x}. */
record TorchNetwork(TrainedModel model) {

    private static final int PICTURE = 28;

    /** The statements, indented as a function's body; absent where PyTorch has no function for one of the layers. */
    Optional<String> code() {
        List<String> lines = new ArrayList<>();
        int margin = (model.architecture().input().height() - PICTURE) / 2;
        lines.add("x = F.pad(image, (%1$d, %1$d, %1$d, %1$d))".formatted(margin));
        lines.add("x = (x / 255 - %s) * %s"
                .formatted(model.scaling().mean(), model.scaling().scale()));
        boolean flat = false;
        for (Layer layer : model.architecture().layers()) {
            if (layer instanceof Dense && !flat) {
                lines.add("x = x.flatten(1)");
                flat = true;
            }
            Optional<String> line = line(layer);
            if (line.isEmpty()) {
                return Optional.empty();
            }
            lines.add("x = " + line.get());
        }
        double temperature = model.ensemble().temperature();
        if (temperature != 1) {
            lines.add("x = x / %s".formatted(temperature));
        }
        return Optional.of("    " + String.join("\n    ", lines));
    }

    private static Optional<String> line(Layer layer) {
        if (layer instanceof Convolution convolution) {
            return convolution.connections().equals(Connections.ALL)
                    ? Optional.of(activated(convolution.activation(), weighted("F.conv2d", convolution.name())))
                    : Optional.empty();
        } else if (layer instanceof AveragePooling pooling) {
            return Optional.of("F.avg_pool2d(x, %d)".formatted(pooling.window()));
        } else if (layer instanceof MaxPooling pooling) {
            return Optional.of("F.max_pool2d(x, %d)".formatted(pooling.window()));
        } else if (layer instanceof Subsampling subsampling) {
            String sum = "F.avg_pool2d(x, %d) * %d"
                    .formatted(subsampling.window(), subsampling.window() * subsampling.window());
            return Optional.of(activated(
                    subsampling.activation(),
                    "%s * weights[\"%2$s.weight\"].view(1, -1, 1, 1) + weights[\"%2$s.bias\"].view(1, -1, 1, 1)"
                            .formatted(sum, subsampling.name())));
        } else if (layer instanceof Dense dense) {
            return Optional.of(activated(dense.activation(), weighted("F.linear", dense.name())));
        }
        return Optional.empty();
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
