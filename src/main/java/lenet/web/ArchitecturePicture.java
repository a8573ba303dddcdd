package lenet.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lenet.image.NetworkPlot;
import lenet.image.NetworkStage;
import lenet.network.Architecture;
import lenet.network.Architecture.ShapedLayer;
import lenet.network.Cost;
import lenet.network.Layer;
import lenet.network.Layer.AveragePooling;
import lenet.network.Layer.Convolution;
import lenet.network.Layer.MaxPooling;
import lenet.network.Layer.Subsampling;
import lenet.network.Shape;

/** An architecture, drawn. */
record ArchitecturePicture(Architecture architecture) {

    NetworkPlot plot() {
        List<NetworkStage> stages = new ArrayList<>();
        stages.add(stage("INPUT", "", 0, architecture.input()));
        architecture.shapedLayers().forEach(shaped -> stages.add(stage(shaped)));
        return new NetworkPlot(
                architecture.name(),
                architecture.summary(),
                String.format(
                        Locale.ROOT,
                        "%,d parameters, %,d multiply-adds a picture",
                        architecture.parameterCount(),
                        Cost.of(architecture).multiplyAdds()),
                stages);
    }

    private static NetworkStage stage(ShapedLayer shaped) {
        Layer layer = shaped.layer();
        String name = layer.name();
        Shape output = shaped.output();
        if (layer instanceof Convolution convolution && (output.height() > 1 || output.width() > 1)) {
            return stage(name, "%1$d×%1$d convolutions".formatted(convolution.kernel()), convolution.kernel(), output);
        }
        if (layer instanceof Subsampling subsampling) {
            return stage(name, "%1$d×%1$d subsampling".formatted(subsampling.window()), subsampling.window(), output);
        }
        if (layer instanceof AveragePooling pooling) {
            return stage(name, "%1$d×%1$d averages".formatted(pooling.window()), pooling.window(), output);
        }
        if (layer instanceof MaxPooling pooling) {
            return stage(name, "%1$d×%1$d maxima".formatted(pooling.window()), pooling.window(), output);
        }
        // Also a convolution that leaves single units: it sees all of its input, as the paper's figure has it.
        return stage(name, "full connection", 0, output);
    }

    private static NetworkStage stage(String name, String operation, int window, Shape shape) {
        return new NetworkStage(name, operation, window, shape.maps(), shape.height(), shape.width());
    }
}
