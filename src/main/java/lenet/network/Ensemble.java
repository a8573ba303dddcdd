package lenet.network;

import java.util.List;
import java.util.Optional;

/**
 * One network, or several that answer together.
 *
 * @param members at least one; all of the same classes
 * @param combination how several answers become one
 * @param temperature what the logits are divided by before they become probabilities, above 0; 1 for those of training
 */
public record Ensemble(List<Network> members, Combination combination, double temperature) {

    /** Most networks of an ensemble. */
    public static final int MOST_MEMBERS = 16;

    public Ensemble {
        members = List.copyOf(members);
        if (members.isEmpty() || members.size() > MOST_MEMBERS) {
            throw new IllegalArgumentException(
                    "an ensemble has 1 to %d networks, found %d".formatted(MOST_MEMBERS, members.size()));
        }
        if (!(temperature > 0) || !Double.isFinite(temperature)) {
            throw new IllegalArgumentException("a temperature lies above 0, found " + temperature);
        }
        long differing = members.stream()
                .map(network -> network.architecture().classes())
                .distinct()
                .count();
        if (differing > 1) {
            throw new IllegalArgumentException("the networks of an ensemble must have the same classes");
        }
    }

    /** A network by itself. */
    public static Ensemble of(Network network) {
        return new Ensemble(List.of(network), Combination.AVERAGE, 1);
    }

    /** The network, if it is only one. */
    public Optional<Network> single() {
        return members.size() == 1 ? Optional.of(members.get(0)) : Optional.empty();
    }

    /** The same networks at another temperature. */
    public Ensemble at(double otherTemperature) {
        return new Ensemble(members, combination, otherTemperature);
    }

    /** Number of classes that it tells apart. */
    public int classes() {
        return members.get(0).architecture().classes();
    }

    /** Trained parameters of all networks. */
    public int parameterCount() {
        return members.stream()
                .mapToInt(network -> network.parameters().count())
                .sum();
    }

    /** A classifier of all networks on {@code engine}, which gives the logits that the probabilities are made of. */
    public Classifier classifier(Engine engine) {
        if (members.size() == 1 && temperature == 1) {
            return classifier(engine, members.get(0));
        }
        return new EnsembleClassifier(
                members.stream().map(network -> classifier(engine, network)).toList(), this);
    }

    private static Classifier classifier(Engine engine, Network network) {
        return engine.classifier(network.architecture(), network.scaling(), network.parameters());
    }
}
