package lenet.network;

import java.util.List;
import java.util.Optional;
import lenet.network.Layer.AveragePooling;
import lenet.network.Layer.Convolution;
import lenet.network.Layer.Dense;

/** The architectures this service trains, by name. */
public final class ArchitectureCatalogue {

    /**
     * The article's LeNet-5: the paper's layer sizes (section II-B) with tanh, plain average pooling, a fully connected
     * C3 and a softmax output; 61,706 parameters.
     */
    public static final Architecture LENET5 = new Architecture(
            "lenet5",
            "LeNet-5 as the article simplifies it: tanh, average pooling, softmax; 61,706 parameters",
            new Shape(1, 32, 32),
            List.of(
                    new Convolution("C1", 6, 5, Activation.TANH),
                    new AveragePooling("S2", 2),
                    new Convolution("C3", 16, 5, Activation.TANH),
                    new AveragePooling("S4", 2),
                    new Convolution("C5", 120, 5, Activation.TANH),
                    new Dense("F6", 84, Activation.TANH),
                    new Dense("OUTPUT", 10, Activation.IDENTITY)));

    private static final List<Architecture> ALL = List.of(LENET5);

    private ArchitectureCatalogue() {}

    /** Every architecture, the default first. */
    public static List<Architecture> all() {
        return ALL;
    }

    /** The architecture called {@code name}, if there is one. */
    public static Optional<Architecture> find(String name) {
        return ALL.stream()
                .filter(architecture -> architecture.name().equals(name))
                .findFirst();
    }
}
