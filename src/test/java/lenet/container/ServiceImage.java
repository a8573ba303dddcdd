package lenet.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.testcontainers.images.builder.ImageFromDockerfile;

/** The image that the project's Dockerfile makes of the packaged jar, built once for all tests. */
public final class ServiceImage {

    public static final ImageFromDockerfile BUILT = new ImageFromDockerfile("lenet5-service-test", true)
            .withFileFromPath("Dockerfile", Path.of("Dockerfile"))
            .withFileFromPath("target/" + jar().getFileName(), jar());

    private ServiceImage() {}

    private static Path jar() {
        try (var files = Files.newDirectoryStream(Path.of("target"), "lenet5-service-*.jar")) {
            return files.iterator().next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
