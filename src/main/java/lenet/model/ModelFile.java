package lenet.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lenet.network.Architecture;
import lenet.network.ArchitectureCatalogue;
import lenet.network.Parameters;
import lenet.network.Scaling;
import lenet.network.Tensor;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A model as bytes in the safetensors format: eight bytes of header length, a JSON header, then the tensors as
 * little-endian 32-bit floats in the architecture's order. Architecture, scaling, provenance and scores stand in the
 * header's {@code __metadata__}, so that a file says all there is to know about its model.
 */
public final class ModelFile {

    private static final String METADATA = "__metadata__";
    private static final JsonMapper JSON = JsonMapper.shared();

    private ModelFile() {}

    private record Entry(
            String dtype,
            List<Integer> shape,
            @JsonProperty("data_offsets") List<Integer> dataOffsets) {}

    /** The bytes of {@code model}'s file. */
    public static byte[] write(TrainedModel model) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put(METADATA, metadata(model));
        int offset = 0;
        for (Tensor tensor : model.architecture().tensors()) {
            int end = offset + tensor.size() * Float.BYTES;
            header.put(tensor.name(), new Entry("F32", tensor.shape(), List.of(offset, end)));
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
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < Long.BYTES) {
            throw new ModelFileException(
                    "a model file starts with eight bytes of header length, found %d bytes".formatted(bytes.length));
        }
        long headerLength = file.getLong();
        if (headerLength < 2 || headerLength > file.remaining()) {
            throw new ModelFileException("the header's length must lie within the file's %,d bytes, found %,d"
                    .formatted(bytes.length, headerLength));
        }
        String json = new String(bytes, Long.BYTES, (int) headerLength, StandardCharsets.UTF_8);
        file.position(Long.BYTES + (int) headerLength);
        try {
            return read(JSON.readTree(json), file);
        } catch (JacksonException e) {
            throw new ModelFileException("the header is not the JSON of a model: " + e.getOriginalMessage(), e);
        }
    }

    private static TrainedModel read(JsonNode header, ByteBuffer data) {
        var metadata = header.path(METADATA);
        Architecture architecture = architecture(metadata.path("architecture").asString(""));
        for (Tensor tensor : architecture.tensors()) {
            List<Integer> shape = shape(header.path(tensor.name()));
            if (!tensor.shape().equals(shape)) {
                throw new ModelFileException("tensor %s of %s has shape %s, found %s"
                        .formatted(tensor.name(), architecture.name(), tensor.shape(), shape));
            }
        }
        int expected = architecture.parameterCount() * Float.BYTES;
        if (data.remaining() != expected) {
            throw new ModelFileException("the tensors of %s take %,d bytes, found %,d"
                    .formatted(architecture.name(), expected, data.remaining()));
        }
        float[] values = new float[architecture.parameterCount()];
        data.asFloatBuffer().get(values);
        return new TrainedModel(
                architecture,
                JSON.readValue(metadata.path("scaling").asString(""), Scaling.class),
                Parameters.of(architecture, values),
                JSON.readValue(metadata.path("provenance").asString(""), Provenance.class),
                JSON.readValue(metadata.path("scores").asString(""), Scores.class));
    }

    private static Map<String, String> metadata(TrainedModel model) {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("architecture", model.architecture().name());
        metadata.put("scaling", JSON.writeValueAsString(model.scaling()));
        metadata.put("provenance", JSON.writeValueAsString(model.provenance()));
        metadata.put("scores", JSON.writeValueAsString(model.scores()));
        return metadata;
    }

    private static Architecture architecture(String name) {
        return ArchitectureCatalogue.find(name)
                .orElseThrow(() -> new ModelFileException("the file's architecture must be one of %s, found '%s'"
                        .formatted(
                                ArchitectureCatalogue.all().stream()
                                        .map(Architecture::name)
                                        .collect(Collectors.joining(", ")),
                                name)));
    }

    private static @Nullable List<Integer> shape(JsonNode entry) {
        return entry.isObject() ? JSON.treeToValue(entry, Entry.class).shape() : null;
    }

    /** The format wants the tensors to start on a multiple of eight bytes; spaces after the JSON see to it. */
    private static byte[] padded(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        String padding = " ".repeat(Math.floorMod(-bytes.length, Long.BYTES));
        return (json + padding).getBytes(StandardCharsets.UTF_8);
    }
}
