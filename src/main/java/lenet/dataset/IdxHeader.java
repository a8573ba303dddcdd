package lenet.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What stands before an IDX file's data: two zero bytes, the element type, the rank, then each dimension as a
 * big-endian unsigned 32-bit number.
 *
 * @param dimensions one or three positive numbers whose product is at most {@link #MAX_DATA_BYTES}
 */
record IdxHeader(List<Integer> dimensions) {

    /** 1 GiB; twenty times MNIST's largest file. */
    static final int MAX_DATA_BYTES = 1 << 30;

    private static final int MAGIC_BYTES = 4;
    private static final int UNSIGNED_BYTE = 0x08;

    /** Reads the header and nothing after it. */
    static IdxHeader read(String file, IdxFile.Kind kind, InputStream in) throws IOException {
        byte[] magic = in.readNBytes(MAGIC_BYTES);
        if (magic.length == 0) {
            throw new DatasetException("%s: expected an IDX file, found no bytes at all", file);
        }
        if (magic.length < MAGIC_BYTES) {
            throw new DatasetException(
                    "%s: expected a header of %d bytes, found only %d", file, length(kind), magic.length);
        }
        checkMagic(file, kind, magic);
        byte[] dimensions = in.readNBytes(kind.rank() * Integer.BYTES);
        if (dimensions.length < kind.rank() * Integer.BYTES) {
            throw new DatasetException(
                    "%s: expected a header of %d bytes, found only %d",
                    file, length(kind), MAGIC_BYTES + dimensions.length);
        }
        return new IdxHeader(checkedDimensions(file, kind, ByteBuffer.wrap(dimensions)));
    }

    /** Bytes of data that follow. */
    int dataBytes() {
        return dimensions.stream().reduce(1, (a, b) -> a * b);
    }

    /** The header as it stands in the file. */
    byte[] bytes() {
        ByteBuffer buffer = ByteBuffer.allocate(MAGIC_BYTES + dimensions.size() * Integer.BYTES);
        buffer.put(new byte[] {0, 0, UNSIGNED_BYTE, (byte) dimensions.size()});
        dimensions.forEach(buffer::putInt);
        return buffer.array();
    }

    private static int length(IdxFile.Kind kind) {
        return MAGIC_BYTES + kind.rank() * Integer.BYTES;
    }

    private static void checkMagic(String file, IdxFile.Kind kind, byte[] magic) {
        if (magic[0] != 0 || magic[1] != 0) {
            throw new DatasetException(
                    "%s: expected the magic number 0000%02x%02x of an IDX file, found %08x",
                    file, UNSIGNED_BYTE, kind.rank(), ByteBuffer.wrap(magic).getInt());
        }
        if (magic[2] != UNSIGNED_BYTE) {
            throw new DatasetException(
                    "%s: expected elements of type 08 (unsigned byte), found type %02x", file, magic[2]);
        }
        if (magic[3] != kind.rank()) {
            throw new DatasetException(
                    "%s: expected %s of rank %d, found rank %d",
                    file, kind.name().toLowerCase(Locale.ROOT), kind.rank(), Byte.toUnsignedInt(magic[3]));
        }
    }

    private static List<Integer> checkedDimensions(String file, IdxFile.Kind kind, ByteBuffer buffer) {
        long[] found = IntStream.range(0, kind.rank())
                .mapToLong(i -> Integer.toUnsignedLong(buffer.getInt()))
                .toArray();
        long product = 1;
        for (long dimension : found) {
            if (dimension == 0) {
                throw new DatasetException("%s: expected dimensions of at least 1, found %s", file, times(found));
            }
            // Checked at every step, it stays below 2^62; three unsigned 32-bit numbers would overflow a long.
            product *= dimension;
            if (product > MAX_DATA_BYTES) {
                throw new DatasetException(
                        "%s: expected at most %,d bytes of data, found a header that announces %s",
                        file, MAX_DATA_BYTES, times(found));
            }
        }
        return Arrays.stream(found).mapToObj(Math::toIntExact).toList();
    }

    private static String times(long[] dimensions) {
        return Arrays.stream(dimensions)
                .mapToObj(dimension -> String.format(Locale.ROOT, "%,d", dimension))
                .collect(Collectors.joining(" × "));
    }
}
