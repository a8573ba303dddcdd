package lenet.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

/** Below a context path the page and Swagger UI ask for nothing above it. */
@TestPropertySource(
        properties = {
            "server.servlet.context-path=/digits",
            "spring.datasource.url=jdbc:h2:mem:below-a-path;DB_CLOSE_DELAY=-1"
        })
class ContextPathIT extends ViewTest {

    ContextPathIT() {
        super("");
    }

    @Override
    String address(String path) {
        return super.address("digits/" + path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "train.html", "ensembles.html", "mistakes.html", "data.html", "networks.html", "models.html"
            })
    void everyViewShowsWhatItIsAskedFor(String view) {
        page.navigate(address(view));
        // The mistakes are evaluated first.
        page.waitForSelector("main[aria-busy=false]");

        see("nav.views a[aria-current=page]").hasCount(1);
        see("#problem").isHidden();
    }

    @Test
    void aDigitIsClassified() {
        page.locator("#random").click();

        see("#digit").hasText(Pattern.compile("\\d"));
    }

    @Test
    void swaggerUiAsksTheService() {
        SwaggerPage swagger = new SwaggerPage(page, address("swagger-ui.html"));

        assertThat(swagger.open("listModels").execute()).isEqualTo(200);
    }
}
