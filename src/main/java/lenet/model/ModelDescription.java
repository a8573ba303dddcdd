package lenet.model;

import java.util.List;
import java.util.Optional;
import lenet.network.Architecture;
import lenet.network.ArchitectureCatalogue;
import lenet.network.Combination;
import lenet.network.Network;
import lenet.network.Scaling;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a model is, without its weights. The registry keeps it beside the model's file, so that a list of models reads no
 * file.
 *
 * @param name as {@link TrainedModel} has it
 * @param members the networks, of which a single one has no combination that matters
 */
public record ModelDescription(
        String name,
        List<Member> members,
        Combination combination,
        double temperature,
        Provenance provenance,
        Scores scores) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Several times what the service itself writes of an ensemble of sixteen. */
    private static final int MOST_CHARACTERS = 100_000;

    public ModelDescription {
        members = List.copyOf(members);
    }

    /**
     * A network without its weights.
     *
     * @param architecture its name in the catalogue
     */
    public record Member(String architecture, Scaling scaling) {

        private static Member of(Network network) {
            return new Member(network.architecture().name(), network.scaling());
        }

        /** The architecture of that name. */
        public Architecture inCatalogue() {
            return ArchitectureCatalogue.find(architecture)
                    .orElseThrow(() -> new IllegalStateException("the catalogue has lost " + architecture));
        }
    }

    /** Of {@code model}. */
    static ModelDescription of(TrainedModel model) {
        return new ModelDescription(
                model.name(),
                model.ensemble().members().stream().map(Member::of).toList(),
                model.ensemble().combination(),
                model.ensemble().temperature(),
                model.provenance(),
                model.scores());
    }

    /** What {@link #toJson} wrote. */
    static ModelDescription read(String json) {
        return JSON.readValue(json, ModelDescription.class);
    }

    /**
     * As the registry keeps it.
     *
     * @throws ModelFileException if it is longer than what is kept
     */
    String toJson() {
        String json = JSON.writeValueAsString(this);
        if (json.length() > MOST_CHARACTERS) {
            throw new ModelFileException("the file tells of its model in %,d characters; at most %,d are accepted"
                    .formatted(json.length(), MOST_CHARACTERS));
        }
        return json;
    }

    /** The network, if it is only one. */
    public Optional<Member> single() {
        return members.size() == 1 ? Optional.of(members.get(0)) : Optional.empty();
    }

    /** Trained parameters of all networks. */
    public int parameterCount() {
        return members.stream()
                .mapToInt(member -> member.inCatalogue().parameterCount())
                .sum();
    }
}
