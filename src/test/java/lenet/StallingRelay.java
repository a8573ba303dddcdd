package lenet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A relay before a server that can stop in the middle of what a client sends, with all connections left open. */
final class StallingRelay implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StallingRelay.class);

    private final ServerSocket clients = new ServerSocket(0);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicLong bytesLeft = new AtomicLong(Long.MAX_VALUE);
    private final String host;
    private final int serverPort;

    StallingRelay(String host, int port) throws IOException {
        this.host = host;
        this.serverPort = port;
        start(this::accept);
    }

    /** Where clients find it on this machine. */
    int port() {
        return clients.getLocalPort();
    }

    /** Lets no more than that many bytes through to the server, about. */
    void stallAfter(long bytes) {
        bytesLeft.set(bytes);
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        clients.close();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = clients.accept();
            Socket server = new Socket(host, serverPort);
            start(() -> copy(client.getInputStream(), server.getOutputStream(), bytesLeft));
            start(() -> copy(server.getInputStream(), client.getOutputStream(), new AtomicLong(Long.MAX_VALUE)));
        }
    }

    private void copy(InputStream from, OutputStream to, AtomicLong bytesLeft) throws IOException {
        byte[] buffer = new byte[8192];
        for (int length = from.read(buffer); length > 0; length = from.read(buffer)) {
            if (bytesLeft.addAndGet(-length) < 0) {
                awaitClosing();
                return;
            }
            to.write(buffer, 0, length);
        }
    }

    private void awaitClosing() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs it on a thread of its own, until a connection is closed. */
    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                LOG.debug("a connection has ended", e);
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private interface Work {
        void run() throws IOException;
    }
}
