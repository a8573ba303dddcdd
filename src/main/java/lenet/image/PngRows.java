package lenet.image;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The rows of a plain PNG's pixels, inflated and with their filters undone. */
final class PngRows {

    private final int pixelBytes;
    private final int rowBytes;

    /** A byte that names the row's filter, then the row, for each row from the top; and a byte to spare. */
    private final byte[] bytes;

    private PngRows(PngHeader header) {
        pixelBytes = header.pixelBytes();
        rowBytes = header.rowBytes();
        bytes = new byte[header.height() * (1 + rowBytes) + 1];
    }

    /** The rows in the deflated {@code data}; refuses any more and any less. */
    static PngRows inflated(PngHeader header, byte[] data) throws DataFormatException {
        PngRows rows = new PngRows(header);
        rows.inflate(data);
        for (int y = 0; y < header.height(); y++) {
            rows.undoFilter(y * (1 + rows.rowBytes) + 1);
        }
        return rows;
    }

    /** A byte of row {@code y}, 0–255. */
    int at(int y, int index) {
        return bytes[y * (1 + rowBytes) + 1 + index] & 0xff;
    }

    /** In one call, which costs more than a digit's row; the byte to spare shows whether there is too much. */
    private void inflate(byte[] data) throws DataFormatException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(data);
            if (inflater.inflate(bytes) != bytes.length - 1 || !inflater.finished()) {
                throw new DataFormatException("not as many bytes as the pixels take");
            }
        } finally {
            inflater.end();
        }
    }

    private void undoFilter(int start) throws DataFormatException {
        int end = start + rowBytes;
        switch (bytes[start - 1]) {
            case 0 -> {}
            case 1 -> addLeft(start, end);
            case 2 -> addAbove(start, end);
            case 3 -> addAverage(start, end);
            case 4 -> addPaeth(start, end);
            default -> throw new DataFormatException("no filter: " + bytes[start - 1]);
        }
    }

    private void addLeft(int start, int end) {
        for (int i = start + pixelBytes; i < end; i++) {
            bytes[i] += bytes[i - pixelBytes];
        }
    }

    private void addAbove(int start, int end) {
        for (int i = start; i < end; i++) {
            bytes[i] += (byte) above(i);
        }
    }

    private void addAverage(int start, int end) {
        for (int i = start; i < end; i++) {
            int left = i < start + pixelBytes ? 0 : bytes[i - pixelBytes] & 0xff;
            bytes[i] += (byte) ((left + above(i)) / 2);
        }
    }

    private void addPaeth(int start, int end) {
        for (int i = start; i < end; i++) {
            boolean first = i < start + pixelBytes;
            int left = first ? 0 : bytes[i - pixelBytes] & 0xff;
            int aboveLeft = first ? 0 : above(i - pixelBytes);
            bytes[i] += (byte) nearest(left, above(i), aboveLeft);
        }
    }

    /** The byte above, 0 above the first row. */
    private int above(int i) {
        int above = i - 1 - rowBytes;
        return above < 0 ? 0 : bytes[above] & 0xff;
    }

    /** Paeth's predictor: the neighbour nearest to {@code left + above − aboveLeft}. */
    private static int nearest(int left, int above, int aboveLeft) {
        int toLeft = Math.abs(above - aboveLeft);
        int toAbove = Math.abs(left - aboveLeft);
        int toAboveLeft = Math.abs(left + above - 2 * aboveLeft);
        if (toLeft <= toAbove && toLeft <= toAboveLeft) {
            return left;
        }
        return toAbove <= toAboveLeft ? above : aboveLeft;
    }
}
