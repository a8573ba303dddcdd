package lenet.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Gives up on bodies that come more slowly than anybody sends them, for as long as one is read it has the room of others. A
 * body that was refused is read to its end at the same pace: a client that reads nothing until it has sent everything gets
 * to see why.
 */
final class BodyPace extends ValveBase {

    /** Of a refused body; a client that sends more may find its connection reset. */
    private static final long MOST_REFUSED_BYTES = 128L << 20;

    private static final long NANOS_A_BYTE = TimeUnit.SECONDS.toNanos(1) / (16 << 10);

    private final long graceNanos;

    /**
     * A pace of 16 KiB a second.
     *
     * @param grace how far a body may be behind
     */
    BodyPace(Duration grace) {
        super(true);
        graceNanos = grace.toNanos();
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        org.apache.coyote.Request connection = request.getCoyoteRequest();
        InputBuffer input = connection.getInputBuffer();
        boolean understood = response.getStatus() < 400;
        connection.setInputBuffer(new Paced(input, graceNanos));
        try {
            getNext().invoke(request, response);
            if (understood && !request.isAsync() && isUnread(connection)) {
                response.finishResponse();
                readToTheEnd(connection);
            }
        } finally {
            connection.setInputBuffer(input);
        }
    }

    /** Who expects to be told to go on, and was not, sends nothing. */
    private static boolean isUnread(org.apache.coyote.Request connection) {
        long length = connection.getContentLengthLong();
        return !connection.hasExpectation()
                && (length < 0
                        ? connection.getHeader("Transfer-Encoding") != null
                        : length > connection.getBytesRead());
    }

    private static void readToTheEnd(org.apache.coyote.Request connection) {
        try {
            Discarded discarded = new Discarded();
            long most = connection.getBytesRead() + MOST_REFUSED_BYTES;
            while (connection.doRead(discarded) >= 0) {
                if (connection.getBytesRead() > most) {
                    connection.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
                    return;
                }
            }
        } catch (IOException e) {
            connection.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    private static final class Paced implements InputBuffer {

        private final InputBuffer input;
        private final long graceNanos;
        private final long start = System.nanoTime();
        private long read;

        private Paced(InputBuffer input, long graceNanos) {
            this.input = input;
            this.graceNanos = graceNanos;
        }

        @Override
        public int doRead(ApplicationBufferHandler handler) throws IOException {
            int count = input.doRead(handler);
            read += Math.max(0, count);
            if (count >= 0 && System.nanoTime() - start > graceNanos + read * NANOS_A_BYTE) {
                throw new SocketTimeoutException("only %d bytes of the body have come".formatted(read));
            }
            return count;
        }

        @Override
        public int available() {
            return input.available();
        }
    }

    /** Where bytes go that nobody reads; Tomcat looks at what it has put there last. */
    private static final class Discarded implements ApplicationBufferHandler {

        private ByteBuffer latest = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            latest = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return latest;
        }

        @Override
        public void expand(int size) {
            // Nothing is kept.
        }
    }
}
