package lenet.dataset;

/**
 * What one file of a data set holds, whatever its name or compression.
 *
 * @param file MNIST's name for it, uncompressed: {@code train-images-idx3-ubyte}
 * @param sha256 of the uncompressed file, lower-case hexadecimal
 * @param md5 of the uncompressed file, as other loaders of MNIST publish it
 * @param bytes length of the uncompressed file
 */
public record FileFingerprint(String file, String sha256, String md5, long bytes) {

    static FileFingerprint of(MnistFile file, IdxFile content) {
        byte[][] parts = content.content();
        long bytes = 0;
        for (byte[] part : parts) {
            bytes += part.length;
        }
        return new FileFingerprint(file.fileName(), Checksum.SHA_256.of(parts), Checksum.MD5.of(parts), bytes);
    }
}
