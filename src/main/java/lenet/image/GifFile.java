package lenet.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A GIF reduced to its first frame, which is the whole picture whatever the logical screen claims. */
final class GifFile {

    private static final int HEADER_LENGTH = 13;
    private static final int EXTENSION = 0x21;
    private static final int GRAPHIC_CONTROL = 0xf9;
    private static final int FRAME = 0x2c;
    private static final int TRAILER = 0x3b;
    private static final int FRAME_HEADER_LENGTH = 10;

    private GifFile() {}

    static PictureFile open(byte[] bytes) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        ByteArrayOutputStream needed = new ByteArrayOutputStream(bytes.length);
        int position = HEADER_LENGTH + paletteLength(in.get(10));
        needed.write(bytes, 0, position);
        while (true) {
            int start = position;
            int block = in.get(position) & 0xff;
            if (block == EXTENSION) {
                position = endOfSubBlocks(in, position + 2);
                if ((in.get(start + 1) & 0xff) == GRAPHIC_CONTROL) {
                    needed.write(bytes, start, position - start);
                }
            } else if (block == FRAME) {
                int width = in.getShort(position + 5) & 0xffff;
                int height = in.getShort(position + 7) & 0xffff;
                int data = position + FRAME_HEADER_LENGTH + paletteLength(in.get(position + 9));
                int end = endOfSubBlocks(in, data + 1);
                needed.write(bytes, start, end - start);
                needed.write(TRAILER);
                return PictureFile.of(width, height, needed.toByteArray(), Orientation.UPRIGHT);
            } else {
                throw new IOException("it holds no frame");
            }
        }
    }

    private static int paletteLength(byte flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    private static int endOfSubBlocks(ByteBuffer in, int start) {
        int position = start;
        int length;
        do {
            length = in.get(position) & 0xff;
            position += 1 + length;
        } while (length > 0);
        return position;
    }
}
