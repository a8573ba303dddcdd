package lenet.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import lenet.network.ArchitectureCatalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where one sees which networks and recipes there are. */
class NetworksIT extends ViewTest {

    NetworksIT() {
        super("networks.html");
    }

    @Test
    void everyNetworkIsDrawn() {
        settled();

        for (String network : List.of("lenet5", "lenet5-1998", "lenet4", "lenet1", "boosted-lenet4")) {
            assertThat(widthOnceDrawn(network)).as(network).isEqualTo(960);
        }
    }

    @Test
    void aNetworkIsDescribedLayerByLayer() {
        Locator layers = page.locator("#lenet5-1998 tbody tr");

        see(layers).hasCount(ArchitectureCatalogue.LENET5_1998.layers().size());
        see(layers.nth(2)).hasText("C3convolution, 60 pairs of maps16 of 10×101,516150,000151,600scaled tanh");
        see("#lenet5-1998 dl").containsText("60,000 parameters, 340,908 connections");
    }

    @Test
    void thePapersErrorsStandBesideItsNetworks() {
        see(page.locator("#catalogue tr", hasText("lenet5-1998"))).containsText("0.95 %0.80 %");
        see("#boosted-lenet4 dl")
                .containsText("Section III-B.7: 0.70 % wrong on test after training with distortions.");
        see("#lenet5 dl").containsText("no error is published");
    }

    @Test
    void aLinkToANetworkLeadsToIt() {
        page.navigate(address("networks.html#boosted-lenet4"));
        settled();

        see("#boosted-lenet4 h2").isInViewport();
    }

    @Test
    void aNetworkIsTakenToTheTrainingForm() {
        page.locator("a.button", hasText("Train lenet4")).click();

        see("#field-architecture").hasValue("lenet4", patiently());
        see("#field-architecture").isVisible();
    }

    @Test
    void theBoostedNetworkIsTakenToTheEnsembles() {
        page.locator("a.button", hasText("Train boosted-lenet4")).click();

        see("h1").hasText("Ensembles");
        see("#field-recipe-architecture").hasValue("boosted-lenet4", patiently());
    }

    @Test
    void aRecipeIsTakenToTheTrainingForm() {
        page.locator("a.button", hasText("Train with accurate")).click();

        see("#field-epochs").hasValue("80", patiently());
        see("#recipe-help").containsText("Accurate: ");
    }

    @ParameterizedTest
    @CsvSource({
        "networks-light, 1280, 900, LIGHT",
        "networks-narrow, 360, 740, LIGHT",
        "networks-wide, 3840, 2160, DARK"
    })
    void theViewIsAccessibleAndFits(String name, int width, int height, ColorScheme scheme) {
        open(width, height, scheme);
        settled();
        widthOnceDrawn("lenet5");

        isAccessibleAndFits(name);
    }

    private Object widthOnceDrawn(String network) {
        Locator drawing = page.locator("#" + network + " img");
        drawing.scrollIntoViewIfNeeded();
        return drawing.evaluate("image => image.decode().then(() => image.naturalWidth)");
    }

    /** The first form of a service waits for its OpenAPI document to be made. */
    private static LocatorAssertions.HasValueOptions patiently() {
        return new LocatorAssertions.HasValueOptions().setTimeout(30_000);
    }

    private static Page.LocatorOptions hasText(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
