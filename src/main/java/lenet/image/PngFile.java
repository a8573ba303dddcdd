package lenet.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * A PNG reduced to its critical chunks and its transparency, with their checksums verified; its EXIF chunk says how it
 * stands.
 */
final class PngFile {

    private static final int SIGNATURE_LENGTH = 8;
    private static final int CHUNK_OVERHEAD = 12;
    private static final String EXIF = "eXIf";
    private static final Set<String> NEEDED = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    private PngFile() {}

    static PictureFile open(byte[] bytes) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        ByteArrayOutputStream needed = new ByteArrayOutputStream(bytes.length);
        needed.write(bytes, 0, SIGNATURE_LENGTH);
        int width = 0;
        int height = 0;
        Optional<Orientation> orientation = Optional.empty();
        int position = SIGNATURE_LENGTH;
        String type = "";
        while (!type.equals("IEND")) {
            int length = in.getInt(position);
            type = new String(bytes, position + 4, 4, StandardCharsets.ISO_8859_1);
            if (length < 0 || length > bytes.length - position - CHUNK_OVERHEAD) {
                throw new IOException("it is cut off within a chunk");
            }
            if (position == SIGNATURE_LENGTH) {
                if (type.equals("CgBI")) {
                    throw new IOException("it is in Apple's CgBI variant of PNG, which only Apple's programs read");
                }
                if (!type.equals("IHDR")) {
                    throw new IOException("its first chunk is not IHDR");
                }
                width = in.getInt(position + 8);
                height = in.getInt(position + 12);
            }
            if (NEEDED.contains(type)) {
                checkSum(bytes, position, length, in.getInt(position + 8 + length));
                needed.write(bytes, position, length + CHUNK_OVERHEAD);
            } else if (type.equals(EXIF)) {
                checkSum(bytes, position, length, in.getInt(position + 8 + length));
                byte[] exif = Arrays.copyOfRange(bytes, position + 8, position + 8 + length);
                orientation = orientation.or(() -> Orientation.statedIn(exif));
            }
            position += length + CHUNK_OVERHEAD;
        }
        return PictureFile.of(width, height, needed.toByteArray(), orientation.orElse(Orientation.UPRIGHT));
    }

    private static void checkSum(byte[] bytes, int position, int length, int expected) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(bytes, position + 4, length + 4);
        if ((int) crc.getValue() != expected) {
            throw new IOException("a chunk's checksum is wrong");
        }
    }
}
