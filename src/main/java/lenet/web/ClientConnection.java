package lenet.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Request;

/** The connection that a request came in on. Of use on the thread that answers the request, and only while it does. */
final class ClientConnection {

    /** The request's attribute that holds it. */
    static final String ATTRIBUTE = ClientConnection.class.getName();

    private final Request request;

    private ClientConnection(Request request) {
        this.request = request;
    }

    /**
     * Whether the client has closed its side. Tomcat reads ahead without blocking: bytes that it finds it keeps for the
     * next request and does not read on, whereas the end of the stream counts as a byte whenever it is read, and none is
     * kept.
     */
    boolean isClosed() {
        return available(true) > 0 && available(false) == 0 && available(true) > 0;
    }

    private int available(boolean readAhead) {
        request.action(ActionCode.AVAILABLE, readAhead);
        return request.getAvailable();
    }

    /** Hands each request its connection, which servlets know nothing of. */
    static final class Valve extends ValveBase {

        Valve() {
            super(true);
        }

        @Override
        public void invoke(org.apache.catalina.connector.Request request, Response response)
                throws IOException, ServletException {
            request.setAttribute(ATTRIBUTE, new ClientConnection(request.getCoyoteRequest()));
            try {
                getNext().invoke(request, response);
            } finally {
                RequestThreads.nextArrival();
            }
        }
    }
}
