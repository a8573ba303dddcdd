package lenet.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One TCP connection of a client that reads only when it has said all that it has to say. */
final class Connection implements AutoCloseable {

    /** Of an answer, bytes; the rest is read and thrown away. */
    private static final int KEPT = 64 * 1024;

    private final long start = System.nanoTime();
    private final Socket socket = new Socket();
    private final Duration patience;
    private String broken = "";

    Connection(InetSocketAddress address, Duration patience) throws IOException {
        this.patience = patience;
        socket.setSoTimeout((int) patience.toMillis());
        socket.connect(address, (int) patience.toMillis());
    }

    /** Whether the other side still took the bytes; if not, {@link #answer} may tell why. */
    boolean write(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            return true;
        } catch (IOException e) {
            broken = "while it was being sent: " + e.getMessage();
            return false;
        }
    }

    boolean write(String text) {
        return write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Says that nothing more will be sent, and goes on listening. */
    void endOutput() throws IOException {
        socket.shutdownOutput();
    }

    /** Ends the connection so that the other side sees a reset. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Reads until the other side closes. */
    Answer answer() {
        return read(Long.MAX_VALUE);
    }

    /** Reads a first piece, enough for the status of an answer that goes on and on. */
    Answer beginning() {
        return read(1);
    }

    private Answer read(long enough) {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        byte[] buffer = new byte[16 * 1024];
        long end = System.nanoTime() + patience.toNanos();
        try {
            InputStream in = socket.getInputStream();
            long sum = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                received.write(buffer, 0, Math.min(n, KEPT - Math.min(KEPT, received.size())));
                sum += n;
                if (sum >= enough) {
                    break;
                }
                if (System.nanoTime() > end) {
                    throw new SocketTimeoutException("still sending");
                }
            }
        } catch (SocketTimeoutException e) {
            return new Answer(Answer.LATE, e.getMessage() + "; " + received.toString(StandardCharsets.UTF_8), millis());
        } catch (IOException e) {
            broken += " while the answer was being read: " + e.getMessage();
        }
        return received.size() == 0
                ? new Answer(Answer.NONE, broken.isEmpty() ? "closed" : broken, millis())
                : Answer.of(received.toByteArray(), millis());
    }

    private long millis() {
        return (System.nanoTime() - start) / 1_000_000;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
