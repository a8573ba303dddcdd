package lenet.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lenet.evaluation.TemperatureScaling;
import lenet.network.Architecture;
import lenet.network.ArchitectureCatalogue;
import lenet.network.Combination;
import lenet.network.Ensemble;
import lenet.network.Network;
import lenet.network.Parameters;
import lenet.network.Scaling;
import lenet.network.Tensor;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A model as bytes in the safetensors format: eight bytes of header length, a JSON header, then the tensors as
 * little-endian 32-bit floats in the architecture's order; of several networks that answer together one network's after
 * the other's, named {@code member1.…} and so on. Architecture, scaling, temperature, provenance and scores stand in the
 * header's {@code __metadata__}, so that a file says all there is to know about its model.
 */
public final class ModelFile {

    private static final String ARCHITECTURE = "architecture";
    private static final String SCALING = "scaling";
    private static final String MEMBERS = "members";
    private static final String COMBINATION = "combination";
    private static final String TEMPERATURE = "temperature";
    private static final String PROVENANCE = "provenance";
    private static final String SCORES = "scores";
    private static final JsonMapper JSON = FileJson.MAPPER;

    private ModelFile() {}

    /** What the metadata says of a network among several. */
    private record Member(
            @Nullable String architecture, @Nullable Scaling scaling) {

        private static Member of(Network network) {
            return new Member(network.architecture().name(), network.scaling());
        }
    }

    /** The bytes of {@code model}'s file. */
    public static byte[] write(TrainedModel model) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put(Safetensors.METADATA, metadata(model));
        int offset = 0;
        Ensemble ensemble = model.ensemble();
        for (int member = 0; member < ensemble.members().size(); member++) {
            for (Tensor tensor : ensemble.members().get(member).architecture().tensors()) {
                int end = offset + tensor.size() * Float.BYTES;
                header.put(
                        prefix(ensemble.members().size(), member) + tensor.name(),
                        new Safetensors.Entry(Safetensors.FLOATS, tensor.shape(), List.of(offset, end)));
                offset = end;
            }
        }
        byte[] json = padded(JSON.writeValueAsString(header));
        ByteBuffer file = ByteBuffer.allocate(Long.BYTES + json.length + offset).order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(json.length).put(json);
        for (Network network : ensemble.members()) {
            for (float value : network.parameters().toArray()) {
                file.putFloat(value);
            }
        }
        return file.array();
    }

    /**
     * The model in {@code bytes}.
     *
     * @throws ModelFileException if this is not a file that {@link #write} makes
     */
    public static TrainedModel read(byte[] bytes) {
        Safetensors file = Safetensors.read(bytes);
        Ensemble ensemble = file.metadata().containsKey(MEMBERS)
                ? ensemble(file)
                : single(
                        file,
                        architecture(file.metadata().getOrDefault(ARCHITECTURE, "")),
                        value(file, SCALING, Scaling.class).orElseThrow(() -> missing(SCALING)));
        return new TrainedModel(
                name(file, ensemble),
                ensemble,
                value(file, PROVENANCE, Provenance.class).orElseThrow(() -> missing(PROVENANCE)),
                value(file, SCORES, Scores.class).orElseThrow(() -> missing(SCORES)));
    }

    /**
     * The network in {@code bytes}, which another program may have written: its tensors stand in any order, and all of the
     * metadata may be missing.
     *
     * @param scaling what the network's inputs were made with; used where the file does not say
     * @throws ModelFileException if this is no safetensors file of one of the catalogue's architectures
     */
    static ImportedNetwork readForeign(byte[] bytes, Scaling scaling) {
        Safetensors file = Safetensors.read(bytes);
        Ensemble ensemble = file.metadata().containsKey(MEMBERS) ? ensemble(file) : foreign(file, scaling);
        refuseImplausible(ensemble);
        return new ImportedNetwork(
                name(file, ensemble),
                ensemble,
                "",
                value(file, PROVENANCE, Provenance.class).orElse(null),
                file.metadata());
    }

    /** What a file's metadata says of {@code model}: each entry is JSON text but for its name. */
    public static Map<String, String> metadata(TrainedModel model) {
        Ensemble ensemble = model.ensemble();
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put(ARCHITECTURE, model.name());
        ensemble.single()
                .ifPresentOrElse(network -> metadata.put(SCALING, JSON.writeValueAsString(network.scaling())), () -> {
                    metadata.put(
                            MEMBERS,
                            JSON.writeValueAsString(
                                    ensemble.members().stream().map(Member::of).toList()));
                    metadata.put(COMBINATION, JSON.writeValueAsString(ensemble.combination()));
                });
        if (ensemble.temperature() != 1) {
            metadata.put(TEMPERATURE, JSON.writeValueAsString(ensemble.temperature()));
        }
        metadata.put(PROVENANCE, JSON.writeValueAsString(model.provenance()));
        metadata.put(SCORES, JSON.writeValueAsString(model.scores()));
        return metadata;
    }

    private static Ensemble foreign(Safetensors file, Scaling scaling) {
        String named = file.metadata().get(ARCHITECTURE);
        return single(
                file,
                named == null ? fitting(file) : architecture(named),
                value(file, SCALING, Scaling.class).orElse(scaling));
    }

    /** Files of this service that are older than these bounds are still read by {@link #read}. */
    private static void refuseImplausible(Ensemble ensemble) {
        for (Network network : ensemble.members()) {
            if (!network.scaling().isPlausible()) {
                throw new ModelFileException("the metadata's scaling must have %s, found a mean of %s and a scale of %s"
                        .formatted(
                                Scaling.PLAUSIBLE,
                                network.scaling().mean(),
                                network.scaling().scale()));
            }
        }
        if (!TemperatureScaling.isPlausible(ensemble.temperature())) {
            throw new ModelFileException("the metadata's temperature must lie between %s and %s, found %s"
                    .formatted(TemperatureScaling.LOWEST, TemperatureScaling.HIGHEST, ensemble.temperature()));
        }
    }

    private static Ensemble single(Safetensors file, Architecture architecture, Scaling scaling) {
        refuseOthers(file, architecture.name(), names(architecture, ""));
        return Ensemble.of(new Network(architecture, scaling, parameters(file, architecture, "")))
                .at(temperature(file));
    }

    private static Ensemble ensemble(Safetensors file) {
        Member[] told = value(file, MEMBERS, Member[].class).orElseThrow(() -> missing(MEMBERS));
        if (told.length < 2 || told.length > Ensemble.MOST_MEMBERS) {
            throw new ModelFileException("an ensemble has 2 to %d members, the metadata's members are %d"
                    .formatted(Ensemble.MOST_MEMBERS, told.length));
        }
        Set<String> names = new TreeSet<>();
        List<Network> networks = new ArrayList<>();
        for (int member = 0; member < told.length; member++) {
            if (told[member] == null || told[member].scaling() == null) {
                throw new ModelFileException("each of the metadata's members must have an architecture and a scaling");
            }
            Architecture architecture = architecture(String.valueOf(told[member].architecture()));
            String prefix = prefix(told.length, member);
            names.addAll(names(architecture, prefix));
            networks.add(new Network(architecture, told[member].scaling(), parameters(file, architecture, prefix)));
        }
        refuseOthers(file, "the ensemble", names);
        Combination combination = value(file, COMBINATION, Combination.class).orElseThrow(() -> missing(COMBINATION));
        return new Ensemble(networks, combination, temperature(file));
    }

    private static String name(Safetensors file, Ensemble ensemble) {
        String boosted = ArchitectureCatalogue.BOOSTED_LENET4.name();
        return ensemble.members().size() > 1 && boosted.equals(file.metadata().get(ARCHITECTURE))
                ? boosted
                : TrainedModel.nameOf(ensemble);
    }

    private static double temperature(Safetensors file) {
        double temperature = value(file, TEMPERATURE, Double.class).orElse(1.0);
        if (!(temperature > 0) || !Double.isFinite(temperature)) {
            throw new ModelFileException("the metadata's temperature must be a number above 0, found " + temperature);
        }
        return temperature;
    }

    /** What the tensors' names of a network start with: nothing, if it is the only one. */
    private static String prefix(int members, int member) {
        return members == 1 ? "" : "member%d.".formatted(member + 1);
    }

    private static Set<String> names(Architecture architecture, String prefix) {
        return architecture.tensors().stream()
                .map(tensor -> prefix + tensor.name())
                .collect(Collectors.toSet());
    }

    private static void refuseOthers(Safetensors file, String what, Set<String> names) {
        Set<String> others = new TreeSet<>(file.tensors().keySet());
        others.removeAll(names);
        if (!others.isEmpty()) {
            throw new ModelFileException("%s has no tensors %s".formatted(what, others));
        }
    }

    private static Parameters parameters(Safetensors file, Architecture architecture, String prefix) {
        float[] values = new float[architecture.parameterCount()];
        int offset = 0;
        for (Tensor tensor : architecture.tensors()) {
            float[] part = file.floats(prefix + tensor.name(), tensor.shape());
            System.arraycopy(part, 0, values, offset, part.length);
            offset += part.length;
        }
        return Parameters.of(architecture, values);
    }

    /** The only architecture that has just these tensors. */
    private static Architecture fitting(Safetensors file) {
        List<Architecture> fitting = ArchitectureCatalogue.all().stream()
                .filter(architecture -> shapes(architecture).equals(shapes(file)))
                .toList();
        if (fitting.size() != 1) {
            throw new ModelFileException(
                    "the tensors are those of %s; the metadata's architecture must say which of %s it is"
                            .formatted(fitting.isEmpty() ? "no known architecture" : "several architectures", names()));
        }
        return fitting.get(0);
    }

    private static Map<String, List<Integer>> shapes(Architecture architecture) {
        return architecture.tensors().stream().collect(Collectors.toMap(Tensor::name, Tensor::shape));
    }

    private static Map<String, List<Integer>> shapes(Safetensors file) {
        Map<String, List<Integer>> shapes = new LinkedHashMap<>();
        file.tensors().forEach((name, entry) -> shapes.put(name, entry.shape()));
        return shapes;
    }

    private static <T> Optional<T> value(Safetensors file, String key, Class<T> type) {
        String json = file.metadata().get(key);
        if (json == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(JSON.readValue(json, type));
        } catch (JacksonException e) {
            throw new ModelFileException("the metadata's %s cannot be read: %s".formatted(key, FileJson.reason(e)), e);
        }
    }

    private static ModelFileException missing(String key) {
        return new ModelFileException("the metadata has no " + key);
    }

    private static Architecture architecture(String name) {
        return ArchitectureCatalogue.find(name)
                .orElseThrow(() -> new ModelFileException(
                        "the file's architecture must be one of %s, found '%s'".formatted(names(), name)));
    }

    private static String names() {
        return ArchitectureCatalogue.all().stream().map(Architecture::name).collect(Collectors.joining(", "));
    }

    /** The format wants the tensors to start on a multiple of eight bytes; spaces after the JSON see to it. */
    private static byte[] padded(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        String padding = " ".repeat(Math.floorMod(-bytes.length, Long.BYTES));
        return (json + padding).getBytes(StandardCharsets.UTF_8);
    }
}
