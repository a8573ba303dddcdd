package lenet.dataset;

/** A place that holds the four files. */
interface DatasetSource {

    /** What the data set is called after this place. */
    String name();

    /** One of the four files, read and checked. */
    IdxFile read(MnistFile file);
}
