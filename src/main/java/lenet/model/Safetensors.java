package lenet.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;

/**
 * A file in the safetensors format as such: eight bytes of header length, a JSON header, then the tensors, without holes
 * or overlaps, in any order.
 *
 * @param metadata the header's {@code __metadata__}; empty where there is none
 * @param tensors by name
 * @param data the tensors' bytes, little-endian
 */
record Safetensors(Map<String, String> metadata, Map<String, Entry> tensors, ByteBuffer data) {

    /** The header's entry for what is no tensor. */
    static final String METADATA = "__metadata__";

    /** The only type of numbers that this service reads and writes. */
    static final String FLOATS = "F32";

    private static final int MOST_TENSORS = 1_000;
    private static final ObjectReader ENTRY = FileJson.MAPPER
            .readerFor(Entry.class)
            .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /**
     * A tensor's description.
     *
     * @param dataOffsets first byte and the one after the last, counted from the end of the header
     */
    record Entry(
            String dtype,
            List<Integer> shape,
            @JsonProperty("data_offsets") List<Integer> dataOffsets) {

        private int from() {
            return dataOffsets.get(0);
        }

        private int to() {
            return dataOffsets.get(1);
        }
    }

    /** Whether {@code bytes} start as a file of this format does, and as no other that holds a model. */
    static boolean isStartOf(byte[] bytes) {
        if (bytes.length <= Long.BYTES || bytes[Long.BYTES] != '{') {
            return false;
        }
        long headerLength =
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
        return headerLength > 0 && headerLength <= bytes.length - Long.BYTES;
    }

    /**
     * Takes {@code bytes} apart.
     *
     * @throws ModelFileException if they do not follow the format
     */
    static Safetensors read(byte[] bytes) {
        if (bytes.length < Long.BYTES) {
            throw new ModelFileException("a safetensors file starts with eight bytes of header length, found %d bytes"
                    .formatted(bytes.length));
        }
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long headerLength = file.getLong();
        if (headerLength < 2 || headerLength > file.remaining()) {
            throw new ModelFileException("the header's length must lie within the file's %,d bytes, found %,d"
                    .formatted(bytes.length, headerLength));
        }
        ByteBuffer data = file.position(Long.BYTES + (int) headerLength).slice().order(ByteOrder.LITTLE_ENDIAN);
        try (JsonParser header = FileJson.MAPPER.createParser(bytes, Long.BYTES, (int) headerLength)) {
            return of(header, data);
        } catch (JacksonException e) {
            throw new ModelFileException("the header is not the JSON of a model: " + FileJson.reason(e), e);
        }
    }

    /**
     * The values of the tensor called {@code name}, row-major.
     *
     * @throws ModelFileException if there is no such tensor, if its shape is another or if it holds other than finite
     *     32-bit floats
     */
    float[] floats(String name, List<Integer> shape) {
        Entry entry = tensors.get(name);
        if (entry == null) {
            throw new ModelFileException("tensor %s is missing, found %s".formatted(name, tensors.keySet()));
        }
        if (!entry.shape().equals(shape)) {
            throw new ModelFileException("tensor %s has shape %s, found %s".formatted(name, shape, entry.shape()));
        }
        if (!entry.dtype().equals(FLOATS)) {
            throw new ModelFileException("tensor %s must be of type F32, found %s".formatted(name, entry.dtype()));
        }
        float[] values = new float[(entry.to() - entry.from()) / Float.BYTES];
        data.duplicate()
                .order(ByteOrder.LITTLE_ENDIAN)
                .position(entry.from())
                .slice()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(values);
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new ModelFileException("tensor %s holds a value of %s".formatted(name, value));
            }
        }
        return values;
    }

    private static Safetensors of(JsonParser header, ByteBuffer data) {
        if (header.nextToken() != JsonToken.START_OBJECT) {
            throw new ModelFileException("the header is not the JSON of a model: it must be an object");
        }
        Map<String, String> metadata = new LinkedHashMap<>();
        Map<String, Entry> tensors = new LinkedHashMap<>();
        while (header.nextToken() != JsonToken.END_OBJECT) {
            if (tensors.size() == MOST_TENSORS) {
                throw new ModelFileException("the header has more than %,d entries".formatted(MOST_TENSORS));
            }
            String name = header.currentName();
            header.nextToken();
            if (name.equals(METADATA)) {
                readMetadata(header, metadata);
            } else {
                tensors.put(name, entry(name, header));
            }
        }
        if (header.nextToken() != null) {
            throw new ModelFileException("the header is not the JSON of a model: more follows after its end");
        }
        checkThatTheyFill(data.remaining(), tensors);
        return new Safetensors(metadata, tensors, data);
    }

    private static void readMetadata(JsonParser header, Map<String, String> metadata) {
        if (header.currentToken() != JsonToken.START_OBJECT) {
            header.skipChildren();
            return;
        }
        while (header.nextToken() != JsonToken.END_OBJECT) {
            String key = header.currentName();
            if (header.nextToken() != JsonToken.VALUE_STRING) {
                throw new ModelFileException("the metadata's %s must be a string".formatted(key));
            }
            metadata.put(key, header.getString());
        }
    }

    private static Entry entry(String name, JsonParser header) {
        Entry entry = ENTRY.readValue(header);
        if (entry == null
                || entry.dtype() == null
                || entry.shape() == null
                || entry.dataOffsets() == null
                || entry.dataOffsets().size() != 2
                || entry.dataOffsets().stream().anyMatch(Objects::isNull)
                || entry.shape().stream().anyMatch(length -> length == null || length < 0)) {
            throw new ModelFileException(
                    "tensor %s must have a dtype, a shape and two data_offsets, found %s".formatted(name, entry));
        }
        return entry;
    }

    /** The tensors must cover the data from its first byte to its last, and each have as many bytes as its shape says. */
    private static void checkThatTheyFill(int length, Map<String, Entry> tensors) {
        long end = 0;
        for (Map.Entry<String, Entry> named : tensors.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Entry> tensor) ->
                                tensor.getValue().from())
                        .thenComparing(tensor -> tensor.getValue().to()))
                .toList()) {
            Entry entry = named.getValue();
            if (entry.from() != end || entry.to() < entry.from()) {
                throw new ModelFileException(
                        "tensor %s must start at byte %,d of the data, where the one before ends, found %s"
                                .formatted(named.getKey(), end, entry.dataOffsets()));
            }
            end = entry.to();
            if (entry.dtype().equals(FLOATS) && size(entry) != entry.to() - entry.from()) {
                throw new ModelFileException("tensor %s of shape %s does not take the bytes %s"
                        .formatted(named.getKey(), entry.shape(), entry.dataOffsets()));
            }
        }
        if (end != length) {
            throw new ModelFileException("the tensors take %,d bytes, found %,d".formatted(end, length));
        }
    }

    /** In bytes; −1 where that is more than any file has. */
    private static long size(Entry entry) {
        long size = Float.BYTES;
        for (int side : entry.shape()) {
            size = size * side;
            if (size > Integer.MAX_VALUE) {
                return -1;
            }
        }
        return size;
    }
}
