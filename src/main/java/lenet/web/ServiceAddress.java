package lenet.web;

import java.net.URI;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Where something of this service is, as the client that asks must write it: below the context path, or the prefix that a
 * proxy took away. It names no host and no scheme, which a client knows better than a service behind proxies.
 *
 * @param path from the service's own root, such as {@code /api/v1/models/1}
 */
record ServiceAddress(String path) {

    /** For the request that is being answered; outside of one, from the root. */
    URI uri() {
        return below(
                RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes asked
                        ? asked.getRequest().getContextPath()
                        : "");
    }

    /** For a service at that path, which is empty at the root. */
    URI below(String contextPath) {
        return new RequestPath(contextPath + path).uri();
    }
}
