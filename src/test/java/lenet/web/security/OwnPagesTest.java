package lenet.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class OwnPagesTest {

    private final OwnPages pages = new OwnPages(Set.of("https://digits.example"));

    @ParameterizedTest
    @CsvSource({
        // A program, the service's own page, and a form that somebody has bookmarked.
        "POST, ,",
        "POST, http://localhost:8080, same-origin",
        "DELETE, http://localhost:8080,",
        "POST, , none",
        // Behind a proxy that speaks TLS the page has another scheme than the service sees.
        "POST, https://localhost:8080, same-origin",
        "PUT, https://digits.example, cross-site",
        // What changes nothing anybody may ask.
        "GET, http://evil.example, cross-site",
        "HEAD, http://evil.example, cross-site"
    })
    void areLetIn(String method, @Nullable String origin, @Nullable String site) {
        assertThat(pages.refuse(request(method, origin, site))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, http://evil.example, cross-site",
        "POST, http://evil.example,",
        "PUT, , cross-site",
        "DELETE, http://localhost:3000, same-site",
        "PATCH, http://localhost:3000,",
        "POST, , same-site",
        "POST, , something-new",
        "POST, null,",
        "POST, http://localhost:8080.evil.example,",
        "POST, http://digits.example,",
        "POST, http://evil.example, same-origin"
    })
    void areKeptOut(String method, @Nullable String origin, @Nullable String site) {
        assertThat(pages.refuse(request(method, origin, site))).isTrue();
    }

    private static MockHttpServletRequest request(String method, @Nullable String origin, @Nullable String site) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, "/");
        request.setServerPort(8080);
        request.addHeader("Host", "localhost:8080");
        if (origin != null) {
            request.addHeader("Origin", origin);
        }
        if (site != null) {
            request.addHeader("Sec-Fetch-Site", site);
        }
        return request;
    }
}
