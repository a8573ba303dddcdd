package lenet.dataset;

/** How a picture gets from a data set into a batch: as it is, or distorted. Safe for concurrent use. */
@FunctionalInterface
public interface PictureReader {

    /** Pictures as they are. */
    PictureReader PLAIN = (images, index, to, at) ->
            System.arraycopy(images.pixels(), images.offset(index), to, at, images.side() * images.side());

    /** Writes the pixels of picture {@code index}, row-major, from {@code to[at]} on. */
    void read(Images images, int index, byte[] to, int at);

    /** A copy of pictures {@code from} (inclusive) to {@code to} (exclusive) as this reads them. */
    default Images copy(Images images, int from, int to) {
        int area = images.side() * images.side();
        byte[] pixels = new byte[(to - from) * area];
        for (int i = from; i < to; i++) {
            read(images, i, pixels, (i - from) * area);
        }
        return new Images(to - from, images.side(), pixels);
    }
}
