package lenet.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ActivationTest extends ModelContract {

    private static final String ACTIVATIONS = "/api/v1/classifications/activations";
    private static final String PNG = "image/png";

    @Test
    void everyLayerOfLeNet5IsShownWithItsShape() {
        JsonNode inside = inside();

        assertThat(inside.get("layers")
                        .valueStream()
                        .map(layer -> layer.get("layer").asString() + layer.get("shape"))
                        .toList())
                .containsExactly(
                        "INPUT[1,32,32]",
                        "C1[6,28,28]",
                        "S2[6,14,14]",
                        "C3[16,10,10]",
                        "S4[16,5,5]",
                        "C5[120,1,1]",
                        "F6[84,1,1]",
                        "OUTPUT[10,1,1]");
    }

    @Test
    void theMapsHaveTheRowsAndColumnsOfTheirShape() {
        for (JsonNode layer : inside().get("layers")) {
            List<Integer> shape =
                    layer.get("shape").valueStream().map(JsonNode::intValue).toList();
            assertThat(layer.get("maps")).hasSize(shape.get(0));
            assertThat(layer.at("/maps/0")).hasSize(shape.get(1));
            assertThat(layer.at("/maps/0/0")).hasSize(shape.get(2));
        }
    }

    @Test
    void theBundledModelsLargestOutputForASevenIsThatOfTheSeven() {
        JsonNode output = inside().at("/layers/7");

        assertThat(output.at("/maps/7/0/0").doubleValue())
                .isEqualTo(output.get("largest").doubleValue())
                .isGreaterThan(5);
    }

    @Test
    void aPoolingLayerIsTheMeanOfItsNeighbours() {
        JsonNode inside = inside();
        JsonNode c1 = inside.at("/layers/1/maps/2");
        double mean = (c1.at("/10/10").doubleValue()
                        + c1.at("/10/11").doubleValue()
                        + c1.at("/11/10").doubleValue()
                        + c1.at("/11/11").doubleValue())
                / 4;

        assertThat(inside.at("/layers/2/maps/2/5/5").doubleValue()).isCloseTo(mean, within(1e-3));
    }

    @Test
    void theNamedModelAnswers() {
        long other = register(1);

        assertThat(post(ACTIVATIONS + "?model=" + other, PNG, seven())
                        .json()
                        .get("modelVersion")
                        .longValue())
                .isEqualTo(other);
    }

    @Test
    void pixelsAreLookedIntoAsAPictureIs() {
        byte[] pixels = ("{\"pixels\":" + get("/api/v1/dataset/test/0").json().get("pixels") + "}")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(post(ACTIVATIONS, "application/json", pixels).json()).isEqualTo(inside());
    }

    @Test
    void allOfItIsAPictureToo() throws IOException {
        Answer answer = lookInside(PNG);

        assertThat(answer.contentType()).isEqualTo(PNG);
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(answer.bytes()));
        assertThat(picture.getWidth()).isEqualTo(960);
        assertThat(picture.getHeight()).isBetween(600, 1200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "image/png|seven|415|PNG, JPEG, GIF or BMP",
                "image/png||400|no body",
                "text/plain|seven|415|image/png",
                "application/json|{}|422|found neither",
                "application/json|{\"images\":[]}|422|images must be an array of 1",
                "application/json|[7]|400|",
                "application/x-www-form-urlencoded|seven|415|image/png"
            })
    void aRudeRequestGetsItsProblem(String contentType, String body, int status, String fragment) {
        Answer refused = post(ACTIVATIONS, contentType, (body == null ? "" : body).getBytes(StandardCharsets.UTF_8));

        assertThat(refused.status()).as(refused.text()).isEqualTo(status);
        assertThat(refused.contentType()).startsWith("application/problem+json");
        assertThat(refused.text()).contains(fragment == null ? "" : fragment);
    }

    @Test
    void severalPicturesAreRefused() {
        String one = get("/api/v1/dataset/test/0").json().get("pixels").toString();
        byte[] two = ("{\"images\":[" + one + "," + one + "]}").getBytes(StandardCharsets.UTF_8);

        Answer refused = post(ACTIVATIONS, "application/json", two);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("images", "one picture", "2 pictures");
    }

    @Test
    void anUnknownModelIsNotFound() {
        assertThat(post(ACTIVATIONS + "?model=99999", PNG, seven()).status()).isEqualTo(404);
    }

    @Test
    void aFormThatIsNotOfferedIsNotAcceptable() {
        assertThat(lookInside("text/csv").status()).isEqualTo(406);
    }

    private JsonNode inside() {
        return post(ACTIVATIONS, PNG, seven()).json();
    }

    private Answer lookInside(String accept) {
        return send(request(ACTIVATIONS)
                .header("Content-Type", PNG)
                .header("Accept", accept)
                .POST(HttpRequest.BodyPublishers.ofByteArray(seven())));
    }

    private byte[] seven() {
        return png(0);
    }
}
