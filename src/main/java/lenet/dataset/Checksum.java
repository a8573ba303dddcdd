package lenet.dataset;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A digest that every Java runtime has, written in lower-case hexadecimal. */
enum Checksum {
    /** Kept because it is what other loaders of MNIST publish; it protects nothing. */
    MD5("MD5"),
    SHA_256("SHA-256");

    private final String algorithm;

    Checksum(String algorithm) {
        this.algorithm = algorithm;
    }

    MessageDigest start() {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime must have " + algorithm, e);
        }
    }

    /** The sum of the parts, one after another. */
    String of(byte[]... parts) {
        MessageDigest digest = start();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
