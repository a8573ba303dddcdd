package lenet.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketBufferHandler;

/**
 * HTTP/1.1 in which connections take turns. Tomcat stays with a connection for as long as its next request is there when
 * the last is answered; a quick client would keep a thread for a hundred requests in a row, and others would wait.
 */
public final class TurnTakingProtocol extends Http11NioProtocol {

    /** A few in a row save the way through the selector and wait for no longer than a turn more. */
    private static final int MOST_IN_A_ROW = 4;

    /** Tomcat makes one by this class's name. */
    public TurnTakingProtocol() {
        super(new Endpoint());
    }

    private static final class Endpoint extends NioEndpoint {

        @Override
        protected NioChannel createChannel(SocketBufferHandler buffers) {
            return isSSLEnabled() ? super.createChannel(buffers) : new Channel(buffers);
        }
    }

    /** Now and then says after an answer that nothing has come yet, whereupon Tomcat looks after the others. */
    private static final class Channel extends NioChannel {

        private boolean hasAnswered;
        private int inARow;

        Channel(SocketBufferHandler buffers) {
            super(buffers);
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            hasAnswered = true;
            return super.write(source);
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            if (hasAnswered) {
                hasAnswered = false;
                inARow++;
                if (inARow == MOST_IN_A_ROW) {
                    inARow = 0;
                    return 0;
                }
            }
            return super.read(target);
        }
    }
}
