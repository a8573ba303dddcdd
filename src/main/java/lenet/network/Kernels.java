package lenet.network;

import java.util.ArrayList;
import java.util.List;

/**
 * The learned kernels of one convolution.
 *
 * @param layer its name in the paper
 * @param maps number of maps it gives
 * @param inputs number of maps it is given
 * @param side rows and columns of a kernel
 * @param kernels one a connection, map by map
 */
public record Kernels(String layer, int maps, int inputs, int side, List<Kernel> kernels) {

    /**
     * The weights by which one map sees one of the maps below it.
     *
     * @param weights {@code [row][column]}, row-major
     */
    @SuppressWarnings("ArrayRecordComponent") // Made for one answer; never compared.
    public record Kernel(int map, int input, float[] weights) {}

    public Kernels {
        kernels = List.copyOf(kernels);
    }

    /** Those of every convolution of a network, from its input on. */
    public static List<Kernels> of(Architecture architecture, Parameters parameters) {
        List<Kernels> all = new ArrayList<>();
        Shape below = architecture.input();
        for (Layer layer : architecture.layers()) {
            if (layer instanceof Layer.Convolution convolution) {
                float[] weights = parameters.tensor(
                        architecture, layer.tensors(below).get(0).name());
                all.add(of(convolution, below.maps(), weights));
            }
            below = layer.output(below);
        }
        return all;
    }

    private static Kernels of(Layer.Convolution convolution, int inputs, float[] weights) {
        int area = convolution.kernel() * convolution.kernel();
        List<Kernel> kernels = new ArrayList<>();
        for (int map = 0; map < convolution.maps(); map++) {
            for (int input : convolution.connections().inputsOf(map, inputs)) {
                float[] kernel = new float[area];
                System.arraycopy(weights, kernels.size() * area, kernel, 0, area);
                kernels.add(new Kernel(map, input, kernel));
            }
        }
        return new Kernels(convolution.name(), convolution.maps(), inputs, convolution.kernel(), kernels);
    }

    /** The smallest weight. */
    public float smallest() {
        return extreme(-1);
    }

    /** The largest weight. */
    public float largest() {
        return extreme(1);
    }

    private float extreme(int sign) {
        float most = Float.NEGATIVE_INFINITY;
        for (Kernel kernel : kernels) {
            for (float weight : kernel.weights()) {
                most = Math.max(most, sign * weight);
            }
        }
        return sign * most;
    }
}
