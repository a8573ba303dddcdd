package lenet.dataset;

import static lenet.dataset.SmallDataset.TEST_IMAGES;
import static lenet.dataset.SmallDataset.TEST_LABELS;
import static lenet.dataset.SmallDataset.TRAIN_IMAGES;
import static lenet.dataset.SmallDataset.TRAIN_LABELS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetTest {

    private Path folder;
    private SmallDataset small;

    @BeforeEach
    void writeFiles(@TempDir Path fresh) {
        folder = fresh;
        small = SmallDataset.in(folder);
    }

    @ParameterizedTest(name = "{0} training pictures: {1} to train on, {2} to validate on")
    @CsvSource({"2, 1, 1", "23, 22, 1", "24, 22, 2", "120, 110, 10"})
    void validates_on_a_twelfth_of_the_training_file_and_at_least_one_picture(int count, int train, int validation) {
        Dataset dataset = small.withTraining(count, 1, 1, 51).load();

        assertThat(dataset.split(Split.TRAIN).count()).isEqualTo(train);
        assertThat(dataset.split(Split.VALIDATION).count()).isEqualTo(validation);
    }

    @Test
    void takes_the_validation_split_from_the_end_of_the_training_file() {
        LabelledImages validation = small.load().split(Split.VALIDATION);

        assertThat(validation.labels()).containsExactly(2, 3); // Pictures 22 and 23.
    }

    @Test
    void keeps_each_picture_with_its_label() {
        byte[] grays = {10, 11, 12};
        Dataset dataset = small.with(TRAIN_IMAGES, IdxBytes.images(3, 1, 1, grays))
                .with(TRAIN_LABELS, IdxBytes.labels(5, 6, 7))
                .with(TEST_IMAGES, IdxBytes.images(3, 1, 1, 102))
                .load();

        LabelledImages train = dataset.split(Split.TRAIN);
        assertThat(train.label(1)).isEqualTo(6);
        assertThat(train.images().copy(1)).contains(11).doesNotContain(10, 12);
        assertThat(dataset.split(Split.VALIDATION).images().copy(0)).contains(12);
    }

    @Test
    void centres_smaller_pictures_on_zeros_with_the_odd_line_below_and_to_the_right() {
        byte[] picture = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
        Dataset dataset = small.withTraining(24, 3, 5, 51)
                .with(TEST_IMAGES, IdxBytes.images(1, 3, 5, picture))
                .with(TEST_LABELS, IdxBytes.labels(0))
                .load();

        byte[] expected = new byte[28 * 28];
        System.arraycopy(picture, 0, expected, 12 * 28 + 11, 5);
        System.arraycopy(picture, 5, expected, 13 * 28 + 11, 5);
        System.arraycopy(picture, 10, expected, 14 * 28 + 11, 5);
        assertThat(dataset.split(Split.TEST).images().copy(0)).isEqualTo(expected);
    }

    @Test
    void takes_the_mean_of_the_training_split_alone_over_32_by_32() {
        byte[] pictures = {51, 102, (byte) 255}; // The last is the validation split.
        Dataset dataset = small.with(TRAIN_IMAGES, IdxBytes.images(3, 1, 1, pictures))
                .with(TRAIN_LABELS, IdxBytes.labels(0, 1, 2))
                .with(TEST_IMAGES, IdxBytes.images(3, 1, 1, 102))
                .load();

        assertThat(dataset.mean()).isEqualTo((51 + 102) / (255.0 * 2 * 1024));
    }

    @Test
    void counts_pixels_above_127_as_bright_and_not_as_negative() {
        Dataset dataset = small.withTraining(2, 28, 28, 255).load();

        assertThat(dataset.mean()).isEqualTo((28 * 28 - 1) / 1024.0);
    }

    @Test
    void counts_the_classes_of_each_split() {
        Dataset dataset = small.load();

        assertThat(dataset.classCounts(Split.TRAIN)).containsExactly(3, 3, 2, 2, 2, 2, 2, 2, 2, 2);
        assertThat(dataset.classCounts(Split.VALIDATION)).containsExactly(0, 0, 1, 1, 0, 0, 0, 0, 0, 0);
        assertThat(dataset.classCounts(Split.TEST)).containsExactly(1, 1, 1, 0, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void gives_gzip_and_plain_copies_the_same_fingerprints() {
        Dataset plain = small.load();
        Dataset compressed =
                small.compressed(TRAIN_IMAGES).compressed(TEST_LABELS).load();

        assertThat(compressed.fingerprint()).isEqualTo(plain.fingerprint());
        assertThat(compressed.files()).isEqualTo(plain.files());
    }

    @Test
    void gives_other_content_another_fingerprint() {
        String before = small.load().fingerprint();
        String after = small.with(TEST_LABELS, IdxBytes.labels(0, 1, 3)).load().fingerprint();

        assertThat(after).isNotEqualTo(before);
    }

    @Test
    void fingerprints_the_four_files_one_after_another() {
        byte[] train = IdxBytes.join(IdxBytes.images(2, 1, 1, 9), IdxBytes.labels(0, 1));
        byte[] test = IdxBytes.join(IdxBytes.images(1, 1, 1, 8), IdxBytes.labels(7));
        Dataset dataset = small.withTraining(2, 1, 1, 9)
                .with(TEST_IMAGES, IdxBytes.images(1, 1, 1, 8))
                .with(TEST_LABELS, IdxBytes.labels(7))
                .load();

        assertThat(dataset.fingerprint()).isEqualTo(Checksum.SHA_256.of(IdxBytes.join(train, test)));
    }

    @Test
    void refuses_different_numbers_of_pictures_and_labels() {
        small.with(TEST_LABELS, IdxBytes.labels(1, 2));

        assertRefused("%s and %s: expected as many labels as pictures, found 3 pictures and 2 labels"
                .formatted(folder.resolve(TEST_IMAGES), folder.resolve(TEST_LABELS)));
    }

    @Test
    void refuses_a_label_beyond_9_naming_where_it_stands() {
        small.with(TEST_LABELS, IdxBytes.labels(9, 10, 0));

        assertRefused("%s: expected labels of 0–9, found 10 at index 1".formatted(folder.resolve(TEST_LABELS)));
    }

    @Test
    void refuses_a_label_beyond_127_as_the_number_it_is() {
        small.with(TEST_LABELS, IdxBytes.labels(0, 0, 255));

        assertRefused("%s: expected labels of 0–9, found 255 at index 2".formatted(folder.resolve(TEST_LABELS)));
    }

    @ParameterizedTest
    @CsvSource({"29, 28", "28, 29"})
    void refuses_pictures_larger_than_28_by_28(int rows, int columns) {
        small.withTraining(2, rows, columns, 0);

        assertRefused("%s: expected pictures of at most 28×28, found %d×%d"
                .formatted(folder.resolve(TRAIN_IMAGES), rows, columns));
    }

    @Test
    void refuses_test_pictures_of_another_size_than_the_training_pictures() {
        small.with(TRAIN_IMAGES, IdxBytes.images(24, 16, 16, 51));

        assertRefused("%s: expected pictures of 16×16, as in %s, found 28×28"
                .formatted(folder.resolve(TEST_IMAGES), folder.resolve(TRAIN_IMAGES)));
    }

    @Test
    void refuses_blank_pictures_which_no_loss_could_be_computed_of() {
        small.withTraining(24, 28, 28, 0);

        assertRefused("%s: expected pictures of digits, found that every pixel of the pictures 0 to 21 is 0"
                .formatted(folder.resolve(TRAIN_IMAGES)));
    }

    @ParameterizedTest
    @ValueSource(strings = {TRAIN_IMAGES, TEST_IMAGES})
    void refuses_pixels_of_0_and_1_only(String file) {
        int count = file.equals(TEST_IMAGES) ? 3 : 24;
        small.with(file, IdxBytes.images(count, 28, 28, 1));

        assertRefused(
                ("%s: expected pixels from 0, the background, to 255, full ink, found 0 and 1 only in the pictures"
                                + " 0 to %d; multiply them by 255")
                        .formatted(folder.resolve(file), count == 3 ? 2 : 21));
    }

    @Test
    void refuses_more_pictures_than_fit_one_array_once_framed() {
        small.withTraining(1_369_569, 1, 1, 0);

        assertRefused(
                "%s: expected at most 1,369,568 pictures, found 1,369,569".formatted(folder.resolve(TRAIN_IMAGES)));
    }

    @Test
    void refuses_a_single_training_picture() {
        small.withTraining(1, 28, 28, 0);

        assertRefused("%s: expected at least 2 pictures, one to train on and one to validate on, found 1"
                .formatted(folder.resolve(TRAIN_IMAGES)));
    }

    @Test
    void reads_a_folder_at_once_so_that_a_broken_one_is_refused_early() {
        RecordingSource source = new RecordingSource(folder);

        Dataset.load(source);

        assertThat(source.read).containsExactly(MnistFile.values());
    }

    @Test
    void reads_nothing_on_demand_before_something_is_asked_for() {
        RecordingSource source = new RecordingSource(folder);
        Dataset dataset = Dataset.onDemand(source);

        assertThat(dataset.name()).isEqualTo(folder.getFileName().toString());
        assertThat(source.read).isEmpty();
        assertThat(dataset.fingerprint()).isEqualTo(small.load().fingerprint());
        assertThat(source.read).containsExactly(MnistFile.values());
    }

    @Test
    void gives_the_test_split_on_demand_without_reading_the_training_files() {
        RecordingSource source = new RecordingSource(folder);
        Dataset dataset = Dataset.onDemand(source);

        assertThat(dataset.split(Split.TEST).labels())
                .isEqualTo(small.load().split(Split.TEST).labels());
        assertThat(source.read).containsExactly(MnistFile.TEST_IMAGES, MnistFile.TEST_LABELS);
    }

    @Test
    void reads_each_file_once_however_often_it_is_asked_for() {
        RecordingSource source = new RecordingSource(folder);
        Dataset dataset = Dataset.onDemand(source);

        dataset.mean();
        dataset.split(Split.TRAIN);
        dataset.split(Split.TEST);
        dataset.files();

        assertThat(source.read).containsExactly(MnistFile.values());
    }

    /** A folder that remembers which of its files were read. */
    private static final class RecordingSource implements DatasetSource {

        private final DatasetFolder folder;
        private final List<MnistFile> read = new ArrayList<>();

        RecordingSource(Path folder) {
            this.folder = new DatasetFolder(folder);
        }

        @Override
        public String name() {
            return folder.name();
        }

        @Override
        public IdxFile read(MnistFile file) {
            read.add(file);
            return folder.read(file);
        }
    }

    private void assertRefused(String message) {
        assertThatExceptionOfType(DatasetException.class)
                .isThrownBy(() -> small.load())
                .withMessage(message);
    }
}
