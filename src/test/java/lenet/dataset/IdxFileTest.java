package lenet.dataset;

import static lenet.dataset.IdxBytes.damaged;
import static lenet.dataset.IdxBytes.gzip;
import static lenet.dataset.IdxBytes.hex;
import static lenet.dataset.IdxBytes.images;
import static lenet.dataset.IdxBytes.join;
import static lenet.dataset.IdxBytes.labels;
import static lenet.dataset.IdxBytes.without;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import lenet.dataset.IdxFile.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IdxFileTest {

    private Path folder;

    @BeforeEach
    void folder(@TempDir Path fresh) {
        folder = fresh;
    }

    @Test
    void reads_the_labels_of_a_plain_file() {
        IdxFile file = IdxFile.read(write("labels", labels(7, 2, 1)), Kind.LABELS);

        assertThat(file.count()).isEqualTo(3);
        assertThat(file.data()).containsExactly(7, 2, 1);
    }

    @Test
    void reads_the_pixels_of_an_image_file_row_by_row() {
        byte[] content = images(1, 2, 3, new byte[] {1, 2, 3, 4, 5, 6});

        IdxFile file = IdxFile.read(write("images", content), Kind.IMAGES);

        assertThat(file.rows()).isEqualTo(2);
        assertThat(file.columns()).isEqualTo(3);
        assertThat(file.data()).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void tells_gzip_by_its_first_bytes_whatever_the_name() {
        IdxFile file = IdxFile.read(write("labels-without-extension", gzip(labels(7, 2))), Kind.LABELS);

        assertThat(file.data()).containsExactly(7, 2);
    }

    /** As {@code cat a.gz b.gz} and programs that compress in parallel make it. */
    @Test
    void reads_several_gzip_streams_as_one() {
        byte[] content = labels(7, 2, 1);
        byte[] parts = join(
                join(gzip(Arrays.copyOf(content, 5)), gzip(Arrays.copyOfRange(content, 5, content.length))),
                gzip(hex("")));

        IdxFile file = IdxFile.read(write("labels.gz", parts), Kind.LABELS);

        assertThat(file.data()).containsExactly(7, 2, 1);
    }

    @Test
    void tells_a_plain_file_by_its_first_bytes_whatever_the_name() {
        IdxFile file = IdxFile.read(write("labels.gz", labels(7, 2)), Kind.LABELS);

        assertThat(file.data()).containsExactly(7, 2);
    }

    @Test
    void gives_back_the_uncompressed_file_byte_for_byte() {
        byte[] content = images(2, 3, 4, 200);

        byte[][] parts =
                IdxFile.read(write("images.gz", gzip(content)), Kind.IMAGES).content();

        assertThat(join(parts[0], parts[1])).isEqualTo(content);
    }

    @ParameterizedTest
    @MethodSource
    void refuses(Kind kind, byte[] content, String message) {
        Path file = write("file", content);

        assertThatExceptionOfType(DatasetException.class)
                .isThrownBy(() -> IdxFile.read(file, kind))
                .withMessage(file + ": " + message);
    }

    static Stream<Arguments> refuses() {
        return Stream.of(
                argumentSet("an empty file", Kind.LABELS, hex(""), "expected an IDX file, found no bytes at all"),
                argumentSet(
                        "a file that ends in the magic number",
                        Kind.LABELS,
                        hex("000008"),
                        "expected a header of 8 bytes, found only 3"),
                argumentSet(
                        "a file that ends in the dimensions",
                        Kind.IMAGES,
                        hex("00000803 00000001 0000"),
                        "expected a header of 16 bytes, found only 10"),
                argumentSet(
                        "a bad magic number",
                        Kind.IMAGES,
                        hex("89504e47 0d0a1a0a"),
                        "expected the magic number 00000803 of an IDX file, found 89504e47"),
                argumentSet(
                        "floats",
                        Kind.LABELS,
                        hex("00000d01 00000001 3f800000"),
                        "expected elements of type 08 (unsigned byte), found type 0d"),
                argumentSet(
                        "labels in the place of images",
                        Kind.IMAGES,
                        labels(1),
                        "expected images of rank 3, found rank 1"),
                argumentSet(
                        "images in the place of labels",
                        Kind.LABELS,
                        images(1, 1, 1, 0),
                        "expected labels of rank 1, found rank 3"),
                argumentSet(
                        "a rank beyond a signed byte",
                        Kind.LABELS,
                        hex("000008ff 00000001"),
                        "expected labels of rank 1, found rank 255"),
                argumentSet(
                        "no pictures",
                        Kind.IMAGES,
                        hex("00000803 00000000 0000001c 0000001c"),
                        "expected dimensions of at least 1, found 0 × 28 × 28"),
                argumentSet(
                        "2^31 pictures, without allocating them",
                        Kind.IMAGES,
                        hex("00000803 80000000 0000001c 0000001c"),
                        "expected at most 1,073,741,824 bytes of data,"
                                + " found a header that announces 2,147,483,648 × 28 × 28"),
                argumentSet(
                        "dimensions whose product overflows to nothing",
                        Kind.IMAGES,
                        hex("00000803 80000000 80000000 00000004"),
                        "expected at most 1,073,741,824 bytes of data,"
                                + " found a header that announces 2,147,483,648 × 2,147,483,648 × 4"),
                argumentSet(
                        "the most data allowed, without allocating it",
                        Kind.LABELS,
                        hex("00000801 40000000 0102"),
                        "expected 1,073,741,824 bytes of data, found only 2"),
                argumentSet(
                        "one byte too little",
                        Kind.LABELS,
                        without(1, labels(1, 2, 3)),
                        "expected 3 bytes of data, found only 2"),
                argumentSet(
                        "one byte too much",
                        Kind.LABELS,
                        join(labels(1, 2, 3), hex("00")),
                        "expected 3 bytes of data, found more"),
                argumentSet(
                        "one byte too little inside gzip",
                        Kind.LABELS,
                        gzip(without(1, labels(1, 2, 3))),
                        "expected 3 bytes of data, found only 2"),
                argumentSet(
                        "one byte too much inside gzip",
                        Kind.LABELS,
                        gzip(join(labels(1, 2, 3), hex("00"))),
                        "expected 3 bytes of data, found more"),
                argumentSet(
                        "a byte after the gzip stream",
                        Kind.LABELS,
                        join(gzip(labels(1, 2, 3)), hex("00")),
                        "expected the file to end with its gzip stream, found bytes after it"),
                argumentSet(
                        "the start of a second gzip stream and no more",
                        Kind.LABELS,
                        join(gzip(labels(1, 2, 3)), without(12, gzip(hex("")))),
                        "expected the file to end with its gzip stream, found bytes after it"),
                argumentSet(
                        "many bytes after two gzip streams",
                        Kind.LABELS,
                        join(join(gzip(labels(1, 2, 3)), gzip(hex(""))), new byte[100]),
                        "expected the file to end with its gzip stream, found bytes after it"),
                argumentSet(
                        "a second gzip stream that is damaged",
                        Kind.LABELS,
                        join(gzip(without(1, labels(1, 2, 3))), damaged(gzip(hex("03")).length - 8, gzip(hex("03")))),
                        "expected a gzip stream, found a damaged one: Corrupt GZIP trailer"),
                argumentSet(
                        "a second gzip stream",
                        Kind.LABELS,
                        join(gzip(labels(1, 2, 3)), gzip(labels(4))),
                        "expected 3 bytes of data, found more"),
                argumentSet(
                        "a gzip stream cut in its trailer",
                        Kind.LABELS,
                        without(1, gzip(labels(1, 2, 3))),
                        "expected a whole gzip stream, found one that ends early"),
                argumentSet(
                        "a gzip stream cut in its header",
                        Kind.LABELS,
                        hex("1f8b08"),
                        "expected a whole gzip stream, found one that ends early"),
                argumentSet(
                        "a gzip stream whose checksum does not match",
                        Kind.LABELS,
                        damaged(gzip(labels(1, 2, 3)).length - 8, gzip(labels(1, 2, 3))),
                        "expected a gzip stream, found a damaged one: Corrupt GZIP trailer"),
                argumentSet(
                        "a gzip stream with a damaged body",
                        Kind.LABELS,
                        hex("1f8b0800000000000000 07"), // Block type 3 is reserved.
                        "expected a gzip stream, found a damaged one: invalid block type"));
    }

    @Test
    void refuses_a_missing_file() {
        Path missing = folder.resolve("nowhere");

        assertThatExceptionOfType(DatasetException.class)
                .isThrownBy(() -> IdxFile.read(missing, Kind.LABELS))
                .withMessage(missing + ": expected an IDX file, found no such file");
    }

    @Test
    void refuses_a_file_of_more_than_a_gibibyte_without_reading_it() throws IOException {
        Path sparse = folder.resolve("sparse");
        try (RandomAccessFile file = new RandomAccessFile(sparse.toFile(), "rw")) {
            file.setLength(8L << 30);
        }

        assertThatExceptionOfType(DatasetException.class)
                .isThrownBy(() -> IdxFile.read(sparse, Kind.LABELS))
                .withMessage(sparse + ": expected at most 1,073,741,824 bytes of data,"
                        + " found a file of 8,589,934,592 bytes");
    }

    private Path write(String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
