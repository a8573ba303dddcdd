package lenet.dataset;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * One file of unsigned bytes in the IDX format of MNIST, checked from its first byte to its last. Gzip is told by the
 * content, not by the name. Memory follows the bytes that are present, never what a header announces, up to 1 GiB.
 *
 * <p>Anything else than exactly the announced data is refused with a {@link DatasetException}.
 */
public final class IdxFile {

    /** What a file holds, and so its rank. */
    public enum Kind {
        /** Rank 1: one class a picture. */
        LABELS(1),
        /** Rank 3: pictures × rows × columns. */
        IMAGES(3);

        private final int rank;

        Kind(int rank) {
            this.rank = rank;
        }

        int rank() {
            return rank;
        }
    }

    private static final int LONGEST_HEADER = 16;
    private static final int GZIP_TRAILER = 8;
    private static final int GZIP_BUFFER = 1 << 16;

    private final String name;
    private final IdxHeader header;
    private final byte[] data;

    private IdxFile(String name, IdxHeader header, byte[] data) {
        this.name = name;
        this.header = header;
        this.data = data;
    }

    /** Reads a file, plain or gzip. */
    public static IdxFile read(Path path, Kind kind) {
        String name = path.toString();
        try {
            long size = Files.size(path);
            if (size > LONGEST_HEADER + (long) IdxHeader.MAX_DATA_BYTES) {
                throw new DatasetException(
                        "%s: expected at most %,d bytes of data, found a file of %,d bytes",
                        name, IdxHeader.MAX_DATA_BYTES, size);
            }
            return parse(name, kind, Files.readAllBytes(path));
        } catch (NoSuchFileException e) {
            throw new DatasetException(e, "%s: expected an IDX file, found no such file", name);
        } catch (IOException e) {
            throw new DatasetException(e, "%s: cannot be read: %s", name, e.getMessage());
        }
    }

    /** Reads a file's bytes, plain or gzip; {@code name} is what messages call it. */
    static IdxFile parse(String name, Kind kind, byte[] file) {
        boolean gzip = isGzip(file);
        try (InputStream plain = new ByteArrayInputStream(file);
                InputStream in = gzip ? new GZIPInputStream(plain, GZIP_BUFFER) : plain) {
            IdxHeader header = IdxHeader.read(name, kind, in);
            byte[] data = in.readNBytes(header.dataBytes());
            if (data.length < header.dataBytes()) {
                throw new DatasetException(
                        "%s: expected %,d bytes of data, found only %,d", name, header.dataBytes(), data.length);
            }
            if (in.read() != -1) {
                throw new DatasetException("%s: expected %,d bytes of data, found more", name, header.dataBytes());
            }
            if (gzip) {
                requireGzipToEndTheFile(name, file, header, data);
            }
            return new IdxFile(name, header, data);
        } catch (EOFException e) {
            throw new DatasetException(e, "%s: expected a whole gzip stream, found one that ends early", name);
        } catch (ZipException e) {
            throw new DatasetException(e, "%s: expected a gzip stream, found a damaged one: %s", name, e.getMessage());
        } catch (IOException e) {
            throw new DatasetException(e, "%s: cannot be read: %s", name, e.getMessage());
        }
    }

    /** Pictures or labels in the file. */
    public int count() {
        return header.dimensions().get(0);
    }

    /** Height of each picture, in pixels. */
    public int rows() {
        return header.dimensions().get(1);
    }

    /** Width of each picture, in pixels. */
    public int columns() {
        return header.dimensions().get(2);
    }

    /** The elements, row-major; shared and never written to. */
    public byte[] data() {
        return data;
    }

    /** The uncompressed file from first byte to last: header, then data. */
    byte[][] content() {
        return new byte[][] {header.bytes(), data};
    }

    /** What messages call the file. */
    String name() {
        return name;
    }

    @Override
    public String toString() {
        return "IdxFile[%s %s]".formatted(name, header.dimensions());
    }

    private static boolean isGzip(byte[] file) {
        return file.length >= 2 && file[0] == (byte) 0x1f && file[1] == (byte) 0x8b;
    }

    /**
     * The JDK's stream stops silently at bytes that are no gzip member. A gzip file ends with its content's CRC-32 and
     * length, so anything after the end stands in their place.
     */
    private static void requireGzipToEndTheFile(String name, byte[] file, IdxHeader header, byte[] data) {
        CRC32 crc = new CRC32();
        crc.update(header.bytes());
        crc.update(data);
        ByteBuffer trailer =
                ByteBuffer.wrap(file, file.length - GZIP_TRAILER, GZIP_TRAILER).order(ByteOrder.LITTLE_ENDIAN);
        if (trailer.getInt() != (int) crc.getValue() || trailer.getInt() != header.bytes().length + data.length) {
            throw new DatasetException("%s: expected the file to end with its gzip stream, found bytes after it", name);
        }
    }
}
