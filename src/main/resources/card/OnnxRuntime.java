import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import java.awt.image.Raster;
import java.io.File;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

public class OnnxRuntime {

    public static void main(String[] arguments) throws Exception {
        Raster digit = ImageIO.read(new File("digit.png")).getRaster();
        float[][][][] image = new float[1][1][28][28];
        for (int y = 0; y < 28; y++) {
            for (int x = 0; x < 28; x++) {
                image[0][0][y][x] = digit.getSample(x, y, 0);
            }
        }
        try (OrtEnvironment environment = OrtEnvironment.getEnvironment();
                OrtSession session = environment.createSession("{{name}}.onnx");
                OnnxTensor input = OnnxTensor.createTensor(environment, image);
                OrtSession.Result result = session.run(Map.of("image", input))) {
            float[] probabilities = ((float[][]) result.get("probabilities").orElseThrow().getValue())[0];
            System.out.println(IntStream.range(0, 10)
                    .reduce((best, i) -> probabilities[i] > probabilities[best] ? i : best)
                    .orElseThrow());
        }
    }
}
