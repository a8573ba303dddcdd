package lenet.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The LeNet-5 that ships inside the product, trained by this service with its recipe {@code accurate}. */
public final class BundledModel {

    /** Where the file lies on the class path. */
    public static final String RESOURCE = "/model/lenet5.safetensors";

    private BundledModel() {}

    /** Reads the bundled model. */
    public static TrainedModel load() {
        try (InputStream file = BundledModel.class.getResourceAsStream(RESOURCE)) {
            if (file == null) {
                throw new ModelFileException(RESOURCE + " is missing from the class path");
            }
            return ModelFile.read(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
