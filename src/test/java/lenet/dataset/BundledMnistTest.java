package lenet.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundledMnistTest {

    private static Dataset mnist;

    @BeforeAll
    static void load() {
        mnist = Dataset.bundled();
    }

    @Test
    void has_the_splits_of_the_article() {
        assertThat(mnist.split(Split.TRAIN).count()).isEqualTo(55_000);
        assertThat(mnist.split(Split.VALIDATION).count()).isEqualTo(5_000);
        assertThat(mnist.split(Split.TEST).count()).isEqualTo(10_000);
    }

    @Test
    void has_pictures_of_28_by_28() {
        assertThat(mnist.split(Split.TRAIN).images().side()).isEqualTo(28);
    }

    @Test
    void has_the_class_balance_of_mnist() {
        assertThat(mnist.classCounts(Split.TRAIN))
                .containsExactly(5434, 6212, 5465, 5622, 5343, 4963, 5436, 5702, 5357, 5466);
        assertThat(mnist.classCounts(Split.VALIDATION))
                .containsExactly(489, 530, 493, 509, 499, 458, 482, 563, 494, 483);
        assertThat(mnist.classCounts(Split.TEST))
                .containsExactly(980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009);
    }

    @Test
    void has_the_mean_that_its_pixels_sum_up_to() {
        // 1,437,309,103 is the sum of the 55,000 pictures' pixels, counted outside this program.
        assertThat(mnist.mean()).isEqualTo(1_437_309_103 / (255.0 * 55_000 * 1024));
    }

    @Test
    void has_the_md5_sums_that_other_loaders_publish() {
        assertThat(mnist.files())
                .extracting(FileFingerprint::file, FileFingerprint::md5, FileFingerprint::bytes)
                .containsExactly(
                        tuple("train-images-idx3-ubyte", "6bbc9ace898e44ae57da46a324031adb", 47_040_016L),
                        tuple("train-labels-idx1-ubyte", "a25bea736e30d166cdddb491f175f624", 60_008L),
                        tuple("t10k-images-idx3-ubyte", "2646ac647ad5339dbf082846283269ea", 7_840_016L),
                        tuple("t10k-labels-idx1-ubyte", "27ae3e4e09519cfbb04c329615203637", 10_008L));
    }

    @Test
    void has_the_fingerprint_that_models_quote() {
        assertThat(mnist.fingerprint()).isEqualTo("b2d8f5bf39174ee5ffeefa97e42d673c35432b411bb5d1f74fbbeddae7f1690a");
    }

    @Test
    void is_called_mnist() {
        assertThat(mnist.name()).isEqualTo("MNIST");
    }

    @Test
    void begins_with_the_digits_everyone_knows() {
        assertThat(mnist.split(Split.TRAIN).labels()).startsWith(5, 0, 4, 1, 9);
        assertThat(mnist.split(Split.TEST).labels()).startsWith(7, 2, 1, 0, 4);
    }

    @Test
    void refuses_a_bundled_file_whose_sum_is_another(@TempDir Path folder) throws IOException {
        byte[] altered = IdxBytes.gzip(IdxBytes.images(2, 28, 28, 1));
        Path resources = Files.createDirectory(folder.resolve("mnist"));
        Files.write(resources.resolve("train-images-idx3-ubyte.gz"), altered);
        Files.writeString(resources.resolve("SHA256SUMS"), "0123abcd  train-images-idx3-ubyte.gz\n");

        assertThatExceptionOfType(DatasetException.class)
                .isThrownBy(() -> loadFrom(folder))
                .withMessage("bundled mnist/train-images-idx3-ubyte.gz: expected the SHA-256 0123abcd, found %s"
                        .formatted(Checksum.SHA_256.of(altered)));
    }

    @Test
    void refuses_a_product_without_its_data(@TempDir Path empty) {
        assertThatExceptionOfType(DatasetException.class)
                .isThrownBy(() -> loadFrom(empty))
                .withMessage("bundled mnist/SHA256SUMS: expected on the class path, found nothing");
    }

    /** Reads a class path that holds this folder and nothing else. */
    private static Dataset loadFrom(Path folder) throws IOException {
        URL[] classPath = {folder.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(classPath, null)) {
            return Dataset.load(new BundledMnist(loader));
        }
    }
}
