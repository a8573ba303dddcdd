package lenet.web;

import java.util.List;
import java.util.Locale;
import lenet.image.KernelGrid;
import lenet.image.KernelPlot;
import lenet.network.Kernels;

/** The kernels of a model, drawn. */
record KernelsPicture(long modelVersion, List<Kernels> layers) {

    KernelPlot plot() {
        return new KernelPlot(
                "Kernels of model " + modelVersion,
                layers.stream().map(KernelsPicture::grid).toList());
    }

    private static KernelGrid grid(Kernels layer) {
        String name = String.format(
                Locale.ROOT,
                "%s: %,d kernels of %d×%d, a column for each of %d maps, a row for each map below, %.2f to %.2f",
                layer.layer(),
                layer.kernels().size(),
                layer.side(),
                layer.side(),
                layer.maps(),
                layer.smallest(),
                layer.largest());
        return new KernelGrid(
                name,
                layer.maps(),
                layer.inputs(),
                layer.side(),
                layer.kernels().stream()
                        .map(kernel -> new KernelGrid.Tile(kernel.map(), kernel.input(), kernel.weights()))
                        .toList());
    }
}
