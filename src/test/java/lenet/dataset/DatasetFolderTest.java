package lenet.dataset;

import static lenet.dataset.SmallDataset.TEST_IMAGES;
import static lenet.dataset.SmallDataset.TEST_LABELS;
import static lenet.dataset.SmallDataset.TRAIN_LABELS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetFolderTest {

    private Path folder;
    private SmallDataset small;

    @BeforeEach
    void writeFiles(@TempDir Path parent) throws IOException {
        folder = Files.createDirectory(parent.resolve("my-digits"));
        small = SmallDataset.in(folder);
    }

    @Test
    void names_the_data_set_after_the_folder() {
        assertThat(Dataset.fromFolder(folder.resolve("..").resolve("my-digits")).name())
                .isEqualTo("my-digits");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "t10k-labels-idx1-ubyte",
                "t10k-labels.idx1-ubyte",
                "t10k-labels-idx1-ubyte.gz",
                "t10k-labels.idx1-ubyte.gz"
            })
    void finds_a_file_by_each_of_its_spellings(String spelling) {
        small.without(TEST_LABELS).with(spelling, IdxBytes.labels(4, 4, 4));

        assertThat(small.load().split(Split.TEST).labels()).containsExactly(4, 4, 4);
    }

    @Test
    void prefers_a_plain_copy_to_a_gzip_one() {
        small.with(TEST_LABELS + ".gz", IdxBytes.gzip(IdxBytes.labels(4, 4, 4)));

        assertThat(small.load().split(Split.TEST).labels()).containsExactly(0, 1, 2);
    }

    @Test
    void lists_all_missing_files_at_once() {
        small.without(TRAIN_LABELS).without(TEST_IMAGES);

        assertThatExceptionOfType(DatasetException.class)
                .isThrownBy(() -> small.load())
                .withMessage(
                        "%s: expected MNIST's four files, plain or .gz,"
                                + " found no train-labels-idx1-ubyte, no t10k-images-idx3-ubyte",
                        folder);
    }

    @Test
    void refuses_a_folder_that_is_not_there() {
        Path nowhere = folder.resolve("nowhere");

        assertThatExceptionOfType(DatasetException.class)
                .isThrownBy(() -> Dataset.fromFolder(nowhere))
                .withMessage("%s: expected a folder with MNIST's four files, found no folder", nowhere);
    }
}
