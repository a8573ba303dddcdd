package lenet.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.AbstractProtocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TurnTakingProtocolTest {

    private static final int REQUESTS = 20;

    /** So long that each has to be read from the network by itself. */
    private static final String HEADERS = " HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(7_000) + "\r\n\r\n";

    private final List<String> paths = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);

    @Test
    void aConnectionWhoseNextRequestIsAlwaysThereLetsAnotherHaveItsTurn(@TempDir Path folder) throws Exception {
        ThreadPoolExecutor oneThread = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
        Tomcat tomcat = tomcat(folder, oneThread);
        tomcat.start();
        int port = tomcat.getConnector().getLocalPort();
        try (Socket quick = new Socket("localhost", port);
                Socket other = new Socket("localhost", port)) {
            quick.getOutputStream()
                    .write(("GET /quick" + HEADERS).repeat(REQUESTS).getBytes(StandardCharsets.UTF_8));
            begun.await();
            other.getOutputStream().write(("GET /other" + HEADERS).getBytes(StandardCharsets.UTF_8));
            await().until(() -> oneThread.getQueue().size() == 1);

            release.countDown();

            await().until(() -> paths.size() == REQUESTS + 1);
            assertThat(paths.indexOf("/other")).isLessThan(REQUESTS / 2);
        } finally {
            tomcat.stop();
            tomcat.destroy();
            oneThread.shutdown();
        }
    }

    private Tomcat tomcat(Path folder, ThreadPoolExecutor thread) {
        Connector connector = new Connector(TurnTakingProtocol.class.getName());
        connector.setPort(0);
        ((AbstractProtocol<?>) connector.getProtocolHandler()).setExecutor(thread);
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(folder.toString());
        tomcat.setConnector(connector);
        Tomcat.addServlet(tomcat.addContext("", null), "paths", new Paths()).addMapping("/");
        return tomcat;
    }

    /** Notes what is asked for; the first answer waits until it may be given. */
    private final class Paths extends HttpServlet {

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            paths.add(request.getRequestURI());
            begun.countDown();
            try {
                release.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }
}
