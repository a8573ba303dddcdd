package lenet.dataset;

import java.util.Map;

/** A place that holds the four files. */
interface DatasetSource {

    /** What the data set is called after this place. */
    String name();

    /** All four files, read and checked. */
    Map<MnistFile, IdxFile> read();
}
