package lenet.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import lenet.image.ImageDecoder;
import org.junit.jupiter.api.extension.RegisterExtension;

class ExifFuzzTest {

    private static final int LONGEST_SEGMENT = 65_535 - 8;
    private static final ImageDecoder DECODER = new ImageDecoder();

    @RegisterExtension
    static final Executions EXECUTIONS = new Executions();

    private final byte[] picture = picture();

    /** The picture is sound: whatever stands in its EXIF segment, it is read. */
    @FuzzTest
    void aSoundPictureIsReadWhateverItsExifSays(byte[] exif) throws Exception {
        EXECUTIONS.run(() -> DECODER.decode(with(exif)));
    }

    private byte[] with(byte[] exif) throws IOException {
        byte[] segment = Arrays.copyOf(exif, Math.min(exif.length, LONGEST_SEGMENT));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(picture, 0, 2);
        out.writeShort(0xffe1);
        out.writeShort(segment.length + 8);
        out.write("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        out.write(segment);
        out.write(picture, 2, picture.length - 2);
        return bytes.toByteArray();
    }

    private static byte[] picture() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY), "jpeg", out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }
}
