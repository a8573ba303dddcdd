package lenet.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** MNIST as it ships inside the product, each compressed file checked against {@code SHA256SUMS} beside it. */
record BundledMnist(ClassLoader resources) implements DatasetSource {

    private static final String FOLDER = "mnist/";
    private static final String SUMS = FOLDER + "SHA256SUMS";

    BundledMnist() {
        this(BundledMnist.class.getClassLoader());
    }

    @Override
    public String name() {
        return "MNIST";
    }

    @Override
    public IdxFile read(MnistFile file) {
        String resource = FOLDER + file.fileName() + ".gz";
        String expected = sums().getOrDefault(file.fileName() + ".gz", "none in " + SUMS);
        byte[] bytes = bytes(resource);
        String found = Checksum.SHA_256.of(bytes);
        if (!found.equals(expected)) {
            throw new DatasetException("bundled %s: expected the SHA-256 %s, found %s", resource, expected, found);
        }
        return IdxFile.parse("bundled " + resource, file.kind(), bytes);
    }

    /** SHA-256 by file name, from lines as {@code sha256sum} writes them: sum, two spaces, name. */
    private Map<String, String> sums() {
        return new String(bytes(SUMS), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.split(" {2}", 2))
                .collect(Collectors.toMap(parts -> parts[1], parts -> parts[0]));
    }

    private byte[] bytes(String resource) {
        try (InputStream in = resources.getResourceAsStream(resource)) {
            if (in == null) {
                throw new DatasetException("bundled %s: expected on the class path, found nothing", resource);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new DatasetException(e, "bundled %s: cannot be read: %s", resource, e.getMessage());
        }
    }
}
