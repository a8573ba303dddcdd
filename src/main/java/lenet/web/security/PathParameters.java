package lenet.web.security;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/**
 * Refuses paths with a semicolon, as the firewall does, before Spring decodes what follows it: that fails where it is no
 * percent code.
 */
final class PathParameters implements Filter {

    private final RequestRejectedHandler refusals;

    PathParameters(RequestRejectedHandler refusals) {
        this.refusals = refusals;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        if (asked.getRequestURI().indexOf(';') >= 0) {
            refusals.handle(asked, (HttpServletResponse) response, RefusedRequestException.malformed(asked));
        } else {
            chain.doFilter(request, response);
        }
    }
}
