package lenet.dataset;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
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
        try (InputStream in = isGzip(file) ? new WholeGzip(file) : new ByteArrayInputStream(file)) {
            IdxHeader header = IdxHeader.read(name, kind, in);
            byte[] data = in.readNBytes(header.dataBytes());
            if (data.length < header.dataBytes()) {
                throw new DatasetException(
                        "%s: expected %,d bytes of data, found only %,d", name, header.dataBytes(), data.length);
            }
            if (in.read() != -1) {
                throw new DatasetException("%s: expected %,d bytes of data, found more", name, header.dataBytes());
            }
            if (in instanceof WholeGzip gzip && !gzip.endsTheFile()) {
                throw new DatasetException(
                        "%s: expected the file to end with its gzip stream, found bytes after it", name);
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

    /** One gzip member or several. The JDK's stream stops silently at bytes that are none; this one knows of them. */
    private static final class WholeGzip extends GZIPInputStream {

        private static final int TRAILER = 8;

        WholeGzip(byte[] file) throws IOException {
            super(new ByteArrayInputStream(file), file.length);
        }

        /** Once everything is read: what has not been unpacked is the last member's trailer, for the buffer has the whole file. */
        private boolean endsTheFile() {
            return inf.getRemaining() == TRAILER;
        }
    }
}
