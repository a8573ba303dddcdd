package lenet.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lenet.network.Architecture;
import lenet.network.ArchitectureCatalogue;
import lenet.network.Parameters;
import lenet.network.Scaling;
import lenet.network.Tensor;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A model as bytes in the safetensors format: eight bytes of header length, a JSON header, then the tensors as
 * little-endian 32-bit floats in the architecture's order. Architecture, scaling, provenance and scores stand in the
 * header's {@code __metadata__}, so that a file says all there is to know about its model.
 */
public final class ModelFile {

    private static final String ARCHITECTURE = "architecture";
    private static final String SCALING = "scaling";
    private static final String PROVENANCE = "provenance";
    private static final String SCORES = "scores";
    private static final JsonMapper JSON = JsonMapper.shared();

    private ModelFile() {}

    /** The bytes of {@code model}'s file. */
    public static byte[] write(TrainedModel model) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put(Safetensors.METADATA, metadata(model));
        int offset = 0;
        for (Tensor tensor : model.architecture().tensors()) {
            int end = offset + tensor.size() * Float.BYTES;
            header.put(tensor.name(), new Safetensors.Entry(Safetensors.FLOATS, tensor.shape(), List.of(offset, end)));
            offset = end;
        }
        byte[] json = padded(JSON.writeValueAsString(header));
        ByteBuffer file = ByteBuffer.allocate(Long.BYTES + json.length + offset).order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(json.length).put(json);
        for (float value : model.parameters().toArray()) {
            file.putFloat(value);
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
        Architecture architecture = architecture(file.metadata().getOrDefault(ARCHITECTURE, ""));
        return new TrainedModel(
                architecture,
                value(file, SCALING, Scaling.class).orElseThrow(() -> missing(SCALING)),
                parameters(file, architecture),
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
        String named = file.metadata().get(ARCHITECTURE);
        Architecture architecture = named == null ? fitting(file) : architecture(named);
        return new ImportedNetwork(
                architecture,
                value(file, SCALING, Scaling.class).orElse(scaling),
                parameters(file, architecture),
                "",
                value(file, PROVENANCE, Provenance.class).orElse(null),
                file.metadata());
    }

    /** What a file's metadata says of {@code model}: each entry is JSON text but for the architecture's name. */
    public static Map<String, String> metadata(TrainedModel model) {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put(ARCHITECTURE, model.architecture().name());
        metadata.put(SCALING, JSON.writeValueAsString(model.scaling()));
        metadata.put(PROVENANCE, JSON.writeValueAsString(model.provenance()));
        metadata.put(SCORES, JSON.writeValueAsString(model.scores()));
        return metadata;
    }

    private static Parameters parameters(Safetensors file, Architecture architecture) {
        Set<String> names = architecture.tensors().stream().map(Tensor::name).collect(Collectors.toSet());
        Set<String> others = new TreeSet<>(file.tensors().keySet());
        others.removeAll(names);
        if (!others.isEmpty()) {
            throw new ModelFileException("%s has no tensors %s".formatted(architecture.name(), others));
        }
        float[] values = new float[architecture.parameterCount()];
        int offset = 0;
        for (Tensor tensor : architecture.tensors()) {
            float[] part = file.floats(tensor.name(), tensor.shape());
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
            throw new ModelFileException(
                    "the metadata's %s cannot be read: %s".formatted(key, e.getOriginalMessage()), e);
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
