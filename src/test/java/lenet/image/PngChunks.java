package lenet.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A PNG of random pixels as a list of chunks, to be written whole or broken. */
final class PngChunks {

    static final int GREY = 0;
    static final int RGB = 2;
    static final int PALETTE = 3;
    static final int GREY_AND_ALPHA = 4;
    static final int RGB_AND_ALPHA = 6;

    private static final int HEADER_AFTER_SIZE = 8;
    private static final int HEADER_END = 33;

    /** What the header says of a sample. */
    record Form(int bits, int colourType) {

        private int pixelBits() {
            return bits
                    * switch (colourType) {
                        case RGB -> 3;
                        case GREY_AND_ALPHA -> 2;
                        case RGB_AND_ALPHA -> 4;
                        default -> 1;
                    };
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Chunk(String type, byte[] data) {}

    private final List<Chunk> chunks = new ArrayList<>();
    private final Random random;

    private PngChunks(Random random) {
        this.random = random;
    }

    /** A sound picture with rows of every filter and its data in up to three chunks. */
    static PngChunks random(Form form, int interlacing, Random random) {
        PngChunks png = new PngChunks(random);
        int width = 1 + random.nextInt(40);
        int height = 1 + random.nextInt(12);
        png.add(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {(byte) form.bits(), (byte) form.colourType(), 0, 0, (byte) interlacing})
                        .array());
        if (form.colourType() == PALETTE) {
            png.add("PLTE", png.bytes(3 << form.bits()));
        }
        png.addPixels(1 + (width * form.pixelBits() + 7) / 8, height);
        png.add("IEND", new byte[0]);
        return png;
    }

    private void addPixels(int rowLength, int height) {
        byte[] rows = bytes(rowLength * height);
        for (int y = 0; y < height; y++) {
            rows[y * rowLength] = (byte) random.nextInt(5);
        }
        byte[] data = deflated(rows);
        int parts = 1 + random.nextInt(3);
        for (int part = 0; part < parts; part++) {
            int from = data.length * part / parts;
            int to = data.length * (part + 1) / parts;
            add("IDAT", Arrays.copyOfRange(data, from, to));
        }
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    void add(String type, byte[] data) {
        chunks.add(new Chunk(type, data));
    }

    /** Puts a chunk between the header, or the palette, and the data. */
    void addBeforeData(String type, byte[] data) {
        int index = 0;
        while (!chunks.get(index).type().equals("IDAT")) {
            index++;
        }
        chunks.add(index, new Chunk(type, data));
    }

    /** Changes a byte that is no part of the size, or drops, doubles or moves a chunk; the header and the end stay. */
    void breakSomewhere() {
        int index = random.nextInt(chunks.size() - 1);
        Chunk chunk = chunks.get(index);
        int inner = 1 + random.nextInt(chunks.size() - 2);
        switch (random.nextInt(6)) {
            case 0 -> chunks.remove(inner);
            case 1 -> chunks.add(inner, chunk);
            case 2 -> chunks.add(inner, chunks.remove(1 + random.nextInt(chunks.size() - 2)));
            default -> {
                int from = index == 0 ? HEADER_AFTER_SIZE : 0;
                if (chunk.data().length > from) {
                    chunk.data()[from + random.nextInt(chunk.data().length - from)] = (byte) random.nextInt();
                }
            }
        }
    }

    byte[] file() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes("\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1));
        for (Chunk chunk : chunks) {
            file.writeBytes(chunk(chunk.type(), chunk.data()));
        }
        return file.toByteArray();
    }

    /** This file with one more chunk after its header. */
    static byte[] with(byte[] png, String type, byte[] data) {
        byte[] chunk = chunk(type, data);
        return ByteBuffer.allocate(png.length + chunk.length)
                .put(png, 0, HEADER_END)
                .put(chunk)
                .put(png, HEADER_END, png.length - HEADER_END)
                .array();
    }

    /** A chunk with its length and its checksum. */
    static byte[] chunk(String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        return ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(name)
                .put(data)
                .putInt((int) crc.getValue())
                .array();
    }

    private static byte[] deflated(byte[] data) {
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(data);
            deflater.finish();
            byte[] buffer = new byte[data.length + 100];
            int length = deflater.deflate(buffer);
            return Arrays.copyOf(buffer, length);
        } finally {
            deflater.end();
        }
    }
}
