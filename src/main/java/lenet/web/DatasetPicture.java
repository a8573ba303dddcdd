package lenet.web;

import java.util.Locale;
import lenet.dataset.Dataset;
import lenet.dataset.LabelledImages;
import lenet.dataset.Split;
import lenet.image.GrayImage;

/** One picture of the data set and where it stands. */
record DatasetPicture(Split split, int index, int label, GrayImage image) {

    /** The picture at {@code index}, which a client asked for. */
    static DatasetPicture find(Dataset dataset, Split split, long index) {
        int count = dataset.split(split).count();
        if (index < 0 || index >= count) {
            throw new ProblemException(
                    ProblemType.NOT_FOUND,
                    String.format(
                            Locale.ROOT,
                            "the %s split has %,d pictures, 0 to %d; there is no picture %d",
                            split.label(),
                            count,
                            count - 1,
                            index));
        }
        return at(dataset, split, (int) index);
    }

    /** The picture at an index that exists. */
    static DatasetPicture at(Dataset dataset, Split split, int index) {
        LabelledImages data = dataset.split(split);
        int side = data.images().side();
        return new DatasetPicture(
                split,
                index,
                data.label(index),
                GrayImage.of(side, side, data.images().copy(index)));
    }
}
