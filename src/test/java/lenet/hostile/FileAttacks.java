package lenet.hostile;

import static lenet.hostile.Request.post;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** Pictures and models whose bytes promise more than they hold, or other than it seems. */
final class FileAttacks {

    private static final int MIB = 1 << 20;
    private static final String BINARY = "application/octet-stream";

    private FileAttacks() {}

    static List<Attack> all(Spoils spoils) {
        return List.of(
                Attack.of(
                        "rude pictures",
                        Set.of(400, 413, 415, 422),
                        Stream.of(
                                        png(spoils.seven(), 30_000, 30_000),
                                        png(spoils.seven(), Integer.MAX_VALUE, Integer.MAX_VALUE),
                                        png(spoils.seven(), 0, 0),
                                        png(spoils.seven(), 4000, 4000),
                                        Arrays.copyOf(spoils.seven(), spoils.seven().length / 2),
                                        latin("GIF89a\u00ff\u00ff\u00ff\u00ff\u00f7\0\0"),
                                        latin("BM" + "\u00ff".repeat(52)),
                                        latin("\u00ff\u00d8\u00ff\u00e1\u00ff\u00ffExif\0\0"
                                                + "II*\0\b\0\0\0\u00ff\u00ff".repeat(1000)),
                                        latin("\u00ff\u00d8"
                                                + "\u00ff\u00c0\0\u0011\b\u00ff\u00ff\u00ff\u00ff\u0003".repeat(100)),
                                        latin("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"),
                                        new byte[MIB])
                                .map(bytes -> post("/api/v1/classifications", BINARY, bytes))
                                .toArray(Request[]::new)),
                Attack.of(
                                "rude model files",
                                Set.of(400, 413, 415, 422),
                                Stream.of(
                                                metadata(spoils.model(), "(?<=scale\\\\\":)[\\d.]+", "0"),
                                                metadata(spoils.model(), "(?<=temperature\":\")[\\d.]+", "1e-30"),
                                                metadata(spoils.model(), "\\[0,", "[0.5,"),
                                                metadata(spoils.model(), "F32", "F64"),
                                                metadata(
                                                        spoils.model(),
                                                        "\\{\"__metadata__",
                                                        "{\"__metadata__\":{},\"__metadata__"),
                                                Arrays.copyOf(spoils.model(), spoils.model().length / 2),
                                                headerOf(Flood.of(
                                                        4 * MIB - 64, "{", n -> "\"t" + n + "\":{},", "\"t\":{}}")),
                                                headerOf(Flood.of(2 * MIB, "{\"a\":", "[", "")),
                                                headerOf(Flood.of(
                                                        2 * MIB,
                                                        "{\"a\":{\"dtype\":\"F32\",\"shape\":[",
                                                        "1,",
                                                        "1],\"data_offsets\":[0,4]}}")),
                                                // Protobuf: a graph of four million empty nodes.
                                                Flood.of(4 * MIB - 64, "\b\u0007", ":\u0002\n\0", ""),
                                                // Protobuf: groups within groups.
                                                Flood.of(2 * MIB, "\b\u0007", "\u000b", ""),
                                                latin("PK\u0003\u0004" + "\0".repeat(1000)),
                                                new byte[MIB])
                                        .map(bytes -> post("/api/v1/models", BINARY, bytes))
                                        .toArray(Request[]::new))
                        .by(2, Duration.ofMillis(500)));
    }

    /** The same picture, whose header announces other sides. */
    private static byte[] png(byte[] picture, int width, int height) {
        byte[] file = picture.clone();
        ByteBuffer header = ByteBuffer.wrap(file);
        header.putInt(16, width).putInt(20, height);
        CRC32 crc = new CRC32();
        crc.update(file, 12, 17);
        header.putInt(29, (int) crc.getValue());
        return file;
    }

    /** The same tensors with another header: {@code pattern} is replaced everywhere. */
    private static byte[] metadata(byte[] safetensors, String pattern, String replacement) {
        int length = ByteBuffer.wrap(safetensors).order(ByteOrder.LITTLE_ENDIAN).getInt();
        String header = new String(safetensors, 8, length, StandardCharsets.UTF_8);
        byte[] changed = headerOf(header.replaceAll(pattern, replacement).getBytes(StandardCharsets.UTF_8));
        byte[] file = Arrays.copyOf(changed, changed.length + safetensors.length - 8 - length);
        System.arraycopy(safetensors, 8 + length, file, changed.length, file.length - changed.length);
        return file;
    }

    private static byte[] headerOf(byte[] json) {
        return ByteBuffer.allocate(8 + json.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length)
                .put(json)
                .array();
    }

    private static byte[] latin(String bytes) {
        return bytes.getBytes(StandardCharsets.ISO_8859_1);
    }
}
