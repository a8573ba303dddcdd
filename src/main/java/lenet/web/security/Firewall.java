package lenet.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import lenet.web.ProblemType;
import lenet.web.Quotation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** Spring Security's firewall, which also refuses foreign hosts and what pages of other sites would change. */
final class Firewall extends StrictHttpFirewall {

    private static final Pattern PORT = Pattern.compile(":\\d*$");

    private final AllowedHosts hosts;
    private final OwnPages pages;

    Firewall(AllowedHosts hosts, OwnPages pages) {
        this.hosts = hosts;
        this.pages = pages;
        // A method that is unknown here is answered with those that are known.
        setUnsafeAllowAnyHttpMethod(true);
        // The operations look at their headers and parameters themselves, and say what is wrong with them.
        setAllowedHeaderNames(name -> true);
        setAllowedHeaderValues(value -> true);
        setAllowedParameterNames(name -> true);
    }

    @Override
    public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
        refuseForeign(request.getServerName());
        // Where forwarded headers are followed, a page may have chosen the name above; this one its browser chose.
        String host = request.getHeader(HttpHeaders.HOST);
        refuseForeign(host == null ? null : PORT.matcher(host).replaceFirst(""));
        if (pages.refuse(request)) {
            throw new RefusedRequestException(ProblemType.CROSS_SITE_REQUEST, """
                    %s comes from a page of another site: the header Origin is %s, Sec-Fetch-Site is %s; the property \
                    lenet.http.allowed-origins names the origins whose pages may use the service\
                    """.formatted(
                            new Quotation(request.getMethod()).text(),
                            found(request, HttpHeaders.ORIGIN),
                            found(request, OwnPages.SITE)));
        }
        try {
            return super.getFirewalledRequest(request);
        } catch (RequestRejectedException e) {
            throw RefusedRequestException.malformed(request);
        }
    }

    private void refuseForeign(@Nullable String host) {
        if (host != null && !host.isEmpty() && !hosts.contain(host)) {
            throw new RefusedRequestException(ProblemType.FOREIGN_HOST, """
                    the service does not answer for the host %s, only for addresses, for names without a dot such as \
                    localhost, and for those that the property lenet.http.allowed-hosts names\
                    """.formatted(new Quotation(host)));
        }
    }

    private static String found(HttpServletRequest request, String header) {
        String value = request.getHeader(header);
        return value == null ? "missing" : new Quotation(value).toString();
    }
}
