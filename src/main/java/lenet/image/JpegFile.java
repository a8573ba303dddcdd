package lenet.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** A JPEG reduced to its coded picture; of the application segments only JFIF and Adobe say how to read colours. */
final class JpegFile {

    // an ordinary progressive JPEG has about ten; thousands of tiny ones are a way to burn time
    private static final int MAX_SCANS = 100;

    private final byte[] bytes;
    private final ByteArrayOutputStream needed = new ByteArrayOutputStream();
    private Optional<Orientation> orientation = Optional.empty();
    private AdobeColour colour = AdobeColour.UNMARKED;
    private int width;
    private int height;
    private int components;
    private int scans;

    private JpegFile(byte[] bytes) {
        this.bytes = bytes;
    }

    static PictureFile open(byte[] bytes) throws IOException {
        JpegFile file = new JpegFile(bytes);
        file.readSegments();
        PictureFile.PixelReading pixels = file.components == 4
                ? reader -> InkColours.luminance(reader.readRaster(0, null), file.colour)
                : reader -> Luminance.of(reader.read(0));
        return new PictureFile(
                file.width,
                file.height,
                file.needed.toByteArray(),
                file.orientation.orElse(Orientation.UPRIGHT),
                pixels);
    }

    private void readSegments() throws IOException {
        needed.write(bytes, 0, 2);
        int position = 2;
        while (true) {
            int marker = markerAt(position);
            if (marker == Marker.FILL) {
                position++;
                continue;
            }
            if (marker == Marker.END_OF_IMAGE) {
                needed.write(bytes, position, 2);
                break;
            }
            int next = position + 2 + unsignedShort(position + 2);
            if (next > bytes.length) {
                throw new IOException("it is cut off within a segment");
            }
            if (marker == Marker.START_OF_SCAN) {
                next = endOfScan(next);
            }
            readSegment(marker, position, next);
            position = next;
        }
        if (components == 0 || scans == 0) {
            throw new IOException("it holds no picture");
        }
    }

    private int markerAt(int position) throws IOException {
        if (position + 1 >= bytes.length) {
            throw new IOException("it is cut off: the end-of-image marker is missing");
        }
        if ((bytes[position] & 0xff) != 0xff) {
            throw new IOException("a marker is missing at byte " + position);
        }
        return bytes[position + 1] & 0xff;
    }

    private int endOfScan(int start) {
        int position = start;
        while (position + 1 < bytes.length
                && ((bytes[position] & 0xff) != 0xff || Marker.belongsToScan(bytes[position + 1] & 0xff))) {
            position++;
        }
        return position;
    }

    private void readSegment(int marker, int from, int to) throws IOException {
        if (Marker.isStartOfFrame(marker)) {
            if (components != 0) {
                throw new IOException("it holds two frame headers");
            }
            height = unsignedShort(from + 5);
            width = unsignedShort(from + 7);
            components = bytes[from + 9] & 0xff;
        } else if (marker == Marker.START_OF_SCAN) {
            scans++;
            if (scans > MAX_SCANS) {
                throw new IOException("it has more than " + MAX_SCANS + " scans");
            }
        } else if (marker == Marker.EXIF && holds("Exif\0\0", from)) {
            orientation = orientation.or(() -> Orientation.statedIn(Arrays.copyOfRange(bytes, from + 10, to)));
        } else if (marker == Marker.ADOBE && holds("Adobe", from)) {
            colour = bytes[from + 15] == 2 ? AdobeColour.YCCK : AdobeColour.CMYK;
        }
        if (!Marker.isExtra(marker)
                || (marker == Marker.JFIF && holds("JFIF\0", from))
                || (marker == Marker.ADOBE && holds("Adobe", from))) {
            needed.write(bytes, from, to - from);
        }
    }

    private boolean holds(String name, int segment) {
        int start = segment + 4;
        return start + name.length() <= bytes.length
                && new String(bytes, start, name.length(), StandardCharsets.ISO_8859_1).equals(name);
    }

    private int unsignedShort(int position) {
        return ((bytes[position] & 0xff) << 8) | (bytes[position + 1] & 0xff);
    }

    /** What an Adobe segment says about the four components of a CMYK picture. */
    enum AdobeColour {
        UNMARKED,
        CMYK,
        YCCK
    }

    private static final class Marker {
        static final int FILL = 0xff;
        static final int END_OF_IMAGE = 0xd9;
        static final int START_OF_SCAN = 0xda;
        static final int JFIF = 0xe0;
        static final int EXIF = 0xe1;
        static final int ADOBE = 0xee;
        private static final int COMMENT = 0xfe;

        static boolean isStartOfFrame(int marker) {
            boolean tables = marker == 0xc4 || marker == 0xc8 || marker == 0xcc;
            return marker >= 0xc0 && marker <= 0xcf && !tables;
        }

        static boolean isExtra(int marker) {
            return (marker >= 0xe0 && marker <= 0xef) || marker == COMMENT;
        }

        /** Whether 0xff and this byte are coded data: a stuffed 0xff or a restart marker. */
        static boolean belongsToScan(int second) {
            return second == 0x00 || (second >= 0xd0 && second <= 0xd7);
        }
    }
}
