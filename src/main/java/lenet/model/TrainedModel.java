package lenet.model;

import lenet.network.Architecture;
import lenet.network.Ensemble;
import lenet.network.Network;
import lenet.network.Parameters;
import lenet.network.Scaling;

/**
 * All that is needed to classify with a network, or with several together, and to trust it.
 *
 * @param name of its kind: the architecture's, or that of an ensemble such as {@code lenet5-ensemble}
 */
public record TrainedModel(String name, Ensemble ensemble, Provenance provenance, Scores scores) {

    private static final String ENSEMBLE = "-ensemble";
    private static final String MIXED = "mixed" + ENSEMBLE;

    /** A single network whose probabilities are those of training. */
    public TrainedModel(
            Architecture architecture, Scaling scaling, Parameters parameters, Provenance provenance, Scores scores) {
        this(architecture.name(), Ensemble.of(new Network(architecture, scaling, parameters)), provenance, scores);
    }

    /** The name of what {@code ensemble} is. */
    public static String nameOf(Ensemble ensemble) {
        String first = ensemble.members().get(0).architecture().name();
        if (ensemble.single().isPresent()) {
            return first;
        }
        boolean alike = ensemble.members().stream()
                .allMatch(network -> network.architecture().name().equals(first));
        return alike ? first + ENSEMBLE : MIXED;
    }

    /** What it is, in a sentence. */
    public String summary() {
        return ensemble.single()
                .map(network -> network.architecture().summary())
                .orElseGet(() -> "%d networks whose %s; %,d parameters"
                        .formatted(
                                ensemble.members().size(),
                                switch (ensemble.combination()) {
                                    case AVERAGE -> "probabilities are averaged";
                                    case ADD -> "outputs are added";
                                },
                                ensemble.parameterCount()));
    }

    /**
     * The network that it is.
     *
     * @throws EnsembleException if it is several
     */
    public Network network() {
        return ensemble.single()
                .orElseThrow(
                        () -> new EnsembleException(name, ensemble.members().size()));
    }

    /**
     * That of the network.
     *
     * @throws EnsembleException if there are several
     */
    public Architecture architecture() {
        return network().architecture();
    }

    /**
     * How the network's pixels become inputs.
     *
     * @throws EnsembleException if there are several
     */
    public Scaling scaling() {
        return network().scaling();
    }

    /**
     * The network's weights.
     *
     * @throws EnsembleException if there are several
     */
    public Parameters parameters() {
        return network().parameters();
    }
}
