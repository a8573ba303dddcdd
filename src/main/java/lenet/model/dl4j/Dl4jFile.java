package lenet.model.dl4j;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import lenet.model.TrainedModel;
import lenet.network.Architecture;
import lenet.network.NativeLibraryException;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;

/**
 * A model as a zip that plain Deeplearning4j restores, with no class of this service's: {@code [pictures][1][28][28]}
 * pixels of 0–255 in, probabilities {@code [pictures][10]} out.
 *
 * <p>Whatever Deeplearning4j has no layer for is folded into weights: the scaling of pixels into the first layer's, the
 * factors of a scaled tanh into those before and after it, the temperature into the output's.
 */
public final class Dl4jFile {

    private static final int PICTURE = 28;

    private Dl4jFile() {}

    /** The bytes of {@code model}'s file. Loads Deeplearning4j's native library, which takes a second the first time. */
    public static byte[] write(TrainedModel model) {
        try {
            return zip(model);
        } catch (LinkageError e) {
            throw new NativeLibraryException(e);
        }
    }

    private static byte[] zip(TrainedModel model) {
        List<StockLayer> layers = new StockLayers(model).all();
        NeuralNetConfiguration.ListBuilder configuration = new NeuralNetConfiguration.Builder().list();
        layers.forEach(layer -> configuration.layer(layer.layer()));
        Architecture architecture = model.architecture();
        configuration.setInputType(
                InputType.convolutional(PICTURE, PICTURE, architecture.input().maps()));
        MultiLayerNetwork network = new MultiLayerNetwork(configuration.build());
        network.init();
        for (int i = 0; i < layers.size(); i++) {
            layers.get(i).writeTo(network, i);
        }
        try (ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            ModelSerializer.writeModel(network, file, false);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
