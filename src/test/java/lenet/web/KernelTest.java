package lenet.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import lenet.model.BundledModel;
import lenet.model.TrainedModel;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class KernelTest extends ModelContract {

    @Test
    void theThreeConvolutionsOfLeNet5AreShownWithTheirShape() {
        JsonNode layers = get(MODELS + "/live/kernels?layer=all").json().get("layers");

        assertThat(layers.valueStream()
                        .map(layer -> layer.get("layer").asString() + layer.get("shape"))
                        .toList())
                .containsExactly("C1[6,1,5,5]", "C3[16,6,5,5]", "C5[120,16,5,5]");
        assertThat(layers.valueStream()
                        .map(layer -> layer.get("kernels").size())
                        .toList())
                .containsExactly(6, 96, 1920);
    }

    @Test
    void aKernelIsTheModelsWeights() {
        TrainedModel model = BundledModel.load();
        float[] c3 = model.parameters().tensor(model.architecture(), "C3.weight");

        JsonNode kernel = get(MODELS + "/live/kernels?layer=all").json().at("/layers/1/kernels/8");

        assertThat(kernel.get("map").intValue()).isEqualTo(1);
        assertThat(kernel.get("input").intValue()).isEqualTo(2);
        assertThat(kernel.at("/weights/3/4").doubleValue()).isCloseTo(c3[8 * 25 + 3 * 5 + 4], within(1e-4));
    }

    @Test
    void allOfThemAreAPictureToo() throws IOException {
        Answer answer = get(MODELS + "/live/kernels?layer=all", "image/png");

        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(answer.bytes()));
        assertThat(picture.getWidth()).isEqualTo(960);
        assertThat(picture.getHeight()).isBetween(500, 900);
    }

    @Test
    void oneLayerIsEnoughForMost() {
        assertThat(get(MODELS + "/live/kernels").json().get("layers")).hasSize(1);
        assertThat(get(MODELS + "/live/kernels?layer=C3")
                        .json()
                        .at("/layers/0/layer")
                        .asString())
                .isEqualTo("C3");
    }

    @Test
    void aLayerWithoutKernelsIsRefused() {
        Answer refused = get(MODELS + "/live/kernels?layer=S2");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("must be one of C1, C3, C5, all", "S2");
    }

    @Test
    void anUnknownModelHasNone() {
        assertThat(get(MODELS + "/99999/kernels").status()).isEqualTo(404);
    }
}
