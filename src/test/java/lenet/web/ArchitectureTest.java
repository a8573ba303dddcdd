package lenet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import lenet.network.Architecture;
import lenet.network.ArchitectureCatalogue;
import lenet.network.EnsembleKind;
import lenet.testing.Digits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class ArchitectureTest extends ServiceContract {

    private static final String ARCHITECTURES = "/api/v1/architectures";

    @Test
    void theCatalogueIsListedWithTheDefaultFirst() {
        assertThat(get(ARCHITECTURES)
                        .json()
                        .get("architectures")
                        .valueStream()
                        .map(architecture -> architecture.get("name").asString())
                        .toList())
                .startsWith("lenet5")
                .isEqualTo(names());
    }

    @Test
    void lenet5IsToldLayerByLayer() {
        JsonNode lenet5 = get(ARCHITECTURES + "/lenet5").json();
        JsonNode c3 = lenet5.at("/layers/2");

        assertThat(lenet5.get("parameters").intValue()).isEqualTo(61_706);
        assertThat(lenet5.get("multiplyAdds").intValue()).isEqualTo(416_520);
        assertThat(lenet5.get("layers")).hasSize(7);
        assertThat(c3).hasToString("""
                {"name":"C3","kind":"convolution","output":{"maps":16,"height":10,"width":10},"parameters":2416,\
                "multiplyAdds":240000,"connections":241600,"activation":"tanh"}""");
        assertThat(lenet5.at("/layers/1/kind").asString()).isEqualTo("averagePooling");
        assertThat(lenet5.at("/layers/1").has("activation")).isFalse();
    }

    @Test
    void thePapersEnsembleIsThreeTimesItsNetwork() {
        JsonNode boosted = get(ARCHITECTURES + "/boosted-lenet4").json();
        JsonNode lenet4 = get(ARCHITECTURES + "/lenet4").json();

        assertThat(boosted.get("members").intValue()).isEqualTo(3);
        assertThat(boosted.get("combination").asString()).isEqualTo("add");
        assertThat(boosted.get("parameters").intValue())
                .isEqualTo(3 * lenet4.get("parameters").intValue());
        assertThat(boosted.get("layers")).isEqualTo(lenet4.get("layers"));
    }

    @Test
    void aConnectionTableIsCounted() {
        assertThat(ArchitectureResponse.of(Digits.PAPER).layers())
                .extracting(ArchitectureLayer::connectedMaps)
                .containsExactly(null, null, 60, null, null, null, null);
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyArchitectureHasItsPlaceInThePaper(String name) {
        assertThat(get(ARCHITECTURES + "/" + name).json().get("paper").asString())
                .startsWith("section ");
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyArchitectureIsAPictureToo(String name) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(
                get(ARCHITECTURES + "/" + name, "image/png").bytes()));

        assertThat(picture.getWidth()).isEqualTo(960);
        assertThat(get(ARCHITECTURES + "/" + name, "image/svg+xml").text()).contains("<svg", "OUTPUT", "multiply-adds");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/lenet6|*/*|404|[lenet5",
                "/LeNet5|image/png|404|LeNet5",
                "/lenet5|text/csv|406|image/svg+xml",
                "|image/png|406|application/json"
            })
    void aRudeRequestGetsItsProblem(String path, String accept, int status, String fragment) {
        Answer refused = get(ARCHITECTURES + (path == null ? "" : path), accept);

        assertThat(refused.status()).as(refused.text()).isEqualTo(status);
        assertThat(refused.contentType()).startsWith("application/problem+json");
        assertThat(refused.text()).contains(fragment);
    }

    private static List<String> names() {
        return Stream.concat(
                        ArchitectureCatalogue.all().stream().map(Architecture::name),
                        ArchitectureCatalogue.ensembles().stream().map(EnsembleKind::name))
                .toList();
    }
}
