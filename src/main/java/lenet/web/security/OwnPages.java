package lenet.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The pages that may change something: the service's own, and those of the allowed origins. A browser says of each
 * request which page sends it; other clients say nothing of the kind.
 */
record OwnPages(Set<String> allowedOrigins) {

    static final String SITE = "Sec-Fetch-Site";

    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    /** Whether a foreign page would change something by this request, or asks whether it may. */
    boolean refuse(HttpServletRequest request) {
        if (SAFE_METHODS.contains(request.getMethod()) && !CorsUtils.isPreFlightRequest(request)) {
            return false;
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null && allowedOrigins.contains(origin)) {
            return false;
        }
        String site = request.getHeader(SITE);
        return (site != null && !OWN_SITES.contains(site)) || (origin != null && !isOwn(origin, request));
    }

    /** By the header Host as well: behind a proxy that speaks TLS the service does not know its own scheme. */
    private static boolean isOwn(String origin, HttpServletRequest request) {
        String own = ServletUriComponentsBuilder.fromRequest(request)
                .replacePath(null)
                .replaceQuery(null)
                .toUriString();
        return origin.equals(own)
                || origin.replaceFirst("^https?://", "").equalsIgnoreCase(request.getHeader(HttpHeaders.HOST));
    }
}
