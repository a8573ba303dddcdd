package lenet.network;

import java.util.List;
import java.util.Optional;
import lenet.network.Layer.AveragePooling;
import lenet.network.Layer.Convolution;
import lenet.network.Layer.Dense;
import lenet.network.Layer.RadialBasis;
import lenet.network.Layer.Subsampling;

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
                    new Dense("OUTPUT", 10, Activation.IDENTITY)),
            Initialisation.GLOROT_UNIFORM,
            new PaperPlace(
                    "II-B",
                    "The article's simplification of the paper's LeNet-5; the paper has no such network.",
                    null,
                    null));

    /** The paper's LeNet-5 (section II-B), 60,000 parameters. */
    public static final Architecture LENET5_1998 = new Architecture(
            "lenet5-1998",
            "LeNet-5 as the paper has it: trained subsampling, connection table I, radial basis output; 60,000 parameters",
            new Shape(1, 32, 32),
            List.of(
                    new Convolution("C1", 6, 5, Activation.SCALED_TANH),
                    new Subsampling("S2", 2, Activation.SCALED_TANH),
                    new Convolution("C3", 16, 5, Connections.TABLE_I, Activation.SCALED_TANH),
                    new Subsampling("S4", 2, Activation.SCALED_TANH),
                    new Convolution("C5", 120, 5, Activation.SCALED_TANH),
                    new Dense("F6", 84, Activation.SCALED_TANH),
                    new RadialBasis("OUTPUT", Codes.DIGITS)),
            Initialisation.FAN_IN,
            new PaperPlace(
                    "II-B",
                    "Subsampling layers are squashed by the same scaled tanh as all others. The codes are drawn after"
                            + " figure 3, which the paper prints too small to copy.",
                    0.0095,
                    0.008));

    /** LeNet-4 (section III-B.6), 16,998 parameters and 258,306 connections. */
    public static final Architecture LENET4 = new Architecture(
            "lenet4",
            "LeNet-4: 4 maps, subsampled in pairs to 8, 16 maps, 120 units; 16,998 parameters",
            new Shape(1, 32, 32),
            List.of(
                    new Convolution("C1", 4, 5, Activation.SCALED_TANH),
                    new Subsampling("S2", 2, 2, Activation.SCALED_TANH),
                    new Convolution("C3", 16, 5, Connections.LENET4_C3, Activation.SCALED_TANH),
                    new Subsampling("S4", 2, Activation.SCALED_TANH),
                    new Convolution("C5", 120, 5, Connections.LENET4_C5, Activation.SCALED_TANH),
                    new Dense("OUTPUT", 10, Activation.IDENTITY)),
            Initialisation.FAN_IN,
            new PaperPlace(
                    "III-B.6",
                    "The paper gives the layers, about 17,000 parameters and about 260,000 connections, and no tables of"
                            + " connections. With 60 connections into C3, as in LeNet-5, and each C5 unit seeing four or five"
                            + " of the 16 maps both figures come out; all 16 maps would be 50,000 parameters alone.",
                    0.011,
                    null));

    /** LeNet-1 (section III-B.5), 2,578 parameters. */
    public static final Architecture LENET1 = new Architecture(
            "lenet1",
            "LeNet-1: pictures of 28×28, 4 maps, 12 maps, 10 outputs; 2,578 parameters",
            new Shape(1, 28, 28),
            List.of(
                    new Convolution("C1", 4, 5, Activation.SCALED_TANH),
                    new Subsampling("S2", 2, Activation.SCALED_TANH),
                    new Convolution("C3", 12, 5, Connections.LENET1_C3, Activation.SCALED_TANH),
                    new Subsampling("S4", 2, Activation.SCALED_TANH),
                    new Dense("OUTPUT", 10, Activation.IDENTITY)),
            Initialisation.FAN_IN,
            new PaperPlace(
                    "III-B.5",
                    "The connections are those of LeCun et al., Handwritten Digit Recognition with a Back-Propagation"
                            + " Network (1989), whose 2,578 parameters are the paper's about 2,600. The paper shrinks the"
                            + " digits to 16×16 within the 28×28; here they are MNIST's.",
                    0.017,
                    null));

    /** The paper's boosted LeNet-4 (section III-B.7): three of them, their outputs added. */
    public static final EnsembleKind BOOSTED_LENET4 = new EnsembleKind(
            "boosted-lenet4",
            "Boosted LeNet-4: three LeNet-4, each trained on what is hard for those before it, outputs added",
            LENET4,
            3,
            Combination.ADD,
            new PaperPlace(
                    "III-B.7",
                    "Drucker, Schapire and Simard's method. The second network trains on pictures of which the first gets"
                            + " half wrong, the third on pictures that the first two take for different digits. The paper"
                            + " generates as many distorted pictures as it needs; here up to twenty passes of them are looked"
                            + " through, and what was found is repeated to fill an epoch.",
                    null,
                    0.007));

    private static final List<Architecture> ALL = List.of(LENET5, LENET5_1998, LENET4, LENET1);

    private ArchitectureCatalogue() {}

    /** Every architecture, the default first. */
    public static List<Architecture> all() {
        return ALL;
    }

    /** The paper's ensembles. */
    public static List<EnsembleKind> ensembles() {
        return List.of(BOOSTED_LENET4);
    }

    /** The architecture called {@code name}, if there is one. */
    public static Optional<Architecture> find(String name) {
        return ALL.stream()
                .filter(architecture -> architecture.name().equals(name))
                .findFirst();
    }
}
