package lenet.web;

import java.net.InetAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointProperties;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Ends the log of a start with the addresses that a reader wants to open. */
@Component
class ReadyLines {

    private static final Logger LOG = LoggerFactory.getLogger(ReadyLines.class);

    private final ServerProperties server;
    private final WebEndpointProperties endpoints;
    private final Environment environment;

    ReadyLines(ServerProperties server, WebEndpointProperties endpoints, Environment environment) {
        this.server = server;
        this.endpoints = endpoints;
        this.environment = environment;
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void onReady(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            int port = web.getWebServer().getPort();
            LOG.info("The page is at {}", address(port, "/"));
            LOG.info(
                    "Swagger UI is at {}",
                    address(port, environment.getProperty("springdoc.swagger-ui.path", "/swagger-ui.html")));
            LOG.info("The health is at {}", address(port, endpoints.getBasePath() + "/health"));
        }
    }

    /** Where it listens on every address, this machine's own name for itself. */
    private String address(int port, String path) {
        InetAddress address = server.getAddress();
        boolean here = address != null && (address.isAnyLocalAddress() || address.isLoopbackAddress());
        Ssl ssl = server.getSsl();
        String contextPath = server.getServlet().getContextPath();
        return UriComponentsBuilder.newInstance()
                .scheme(ssl != null && ssl.isEnabled() ? "https" : "http")
                .host(address == null || here ? "localhost" : address.getHostAddress())
                .port(port)
                .path(contextPath == null ? "" : contextPath)
                .path(path)
                .toUriString();
    }
}
