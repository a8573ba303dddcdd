package lenet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import lenet.testing.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

class PageTest extends ServiceTest {

    @Autowired
    MockMvc mvc;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/index.html",
                "/train.html",
                "/networks.html",
                "/ensembles.html",
                "/css/page.css",
                "/js/draw/main.js",
                "/icon.svg"
            })
    void nothingInlineOrForeignIsAllowed(String path) throws Exception {
        MockHttpServletResponse response = get(path);

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getHeader("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'")
                .doesNotContain("unsafe");
        assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void anAnswerRunsNoScript() throws Exception {
        assertThat(get("/api/v1/dataset").getHeader("Content-Security-Policy"))
                .contains("default-src 'none'")
                .doesNotContain("script-src");
    }

    @Test
    void swaggerUiHasStylesInlineAndNothingElse() throws Exception {
        assertThat(get("/swagger-ui/index.html").getHeader("Content-Security-Policy"))
                .contains("script-src 'self'", "style-src 'self' 'unsafe-inline'");
    }

    @Test
    void everyModuleAndStyleThatIsNamedIsThere() throws Exception {
        Set<String> seen = new TreeSet<>();
        for (Resource resource : new PathMatchingResourcePatternResolver().getResources("classpath:/static/**/*.*")) {
            String text = resource.getContentAsString(StandardCharsets.UTF_8);
            String folder =
                    resource.getURL().getPath().replaceAll(".*/static/", "/").replaceAll("[^/]*$", "");
            for (String named : references(text)) {
                String path = URI.create(folder).resolve(named).toString();
                assertThat(get(path).getStatus()).as(path).isEqualTo(200);
                seen.add(path);
            }
        }
        assertThat(seen)
                .contains("/css/page.css", "/icon.svg", "/js/draw/main.js", "/js/shared/api.js", "/js/draw/paper.js");
    }

    private static Iterable<String> references(String text) {
        Pattern local = Pattern.compile("(?:from |import |(?:src|href)=)\"([\\w/.-]+\\.(?:js|css|svg|html))\"");
        return local.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private MockHttpServletResponse get(String path) throws Exception {
        MockHttpServletResponse response =
                mvc.perform(MockMvcRequestBuilders.get(path)).andReturn().getResponse();
        String forwarded = response.getForwardedUrl();
        return forwarded == null ? response : get("/" + forwarded);
    }
}
