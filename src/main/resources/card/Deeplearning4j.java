import java.awt.image.Raster;
import java.io.File;
import javax.imageio.ImageIO;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

public class Deeplearning4j {

    public static void main(String[] arguments) throws Exception {
        Raster digit = ImageIO.read(new File("digit.png")).getRaster();
        INDArray image = Nd4j.create(1, 1, 28, 28);
        for (int y = 0; y < 28; y++) {
            for (int x = 0; x < 28; x++) {
                image.putScalar(0, 0, y, x, digit.getSample(x, y, 0));
            }
        }
        MultiLayerNetwork network = ModelSerializer.restoreMultiLayerNetwork(new File("{{name}}.zip"), false);
        System.out.println(network.output(image).argMax(1).getInt(0));
    }
}
