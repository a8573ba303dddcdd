package lenet.web.security;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may reach the service through a browser.
 *
 * @param allowedHosts names besides those that need no mention by which the service may be called; {@code *} stands for
 *     any characters
 * @param allowedOrigins origins, such as {@code https://digits.example}, whose pages may use the service
 */
@ConfigurationProperties("lenet.http")
record HttpProperties(
        @DefaultValue List<String> allowedHosts,
        @DefaultValue Set<String> allowedOrigins) {

    /** As a browser writes one: {@code *} would let every page on the web train and promote. */
    private static final Pattern ORIGIN = Pattern.compile("https?://[a-z0-9.:\\[\\]-]+");

    HttpProperties {
        allowedOrigins.forEach(origin -> {
            if (!ORIGIN.matcher(origin).matches()) {
                throw new IllegalArgumentException(
                        "lenet.http.allowed-origins must be scheme, host and, unless it is the scheme's own, port in lower case,"
                                + " such as https://digits.example or http://localhost:3000, found " + origin);
            }
        });
    }
}
