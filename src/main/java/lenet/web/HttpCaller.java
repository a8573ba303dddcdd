package lenet.web;

import lenet.classification.Caller;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** The client of the HTTP request that the current thread answers. */
@Component
class HttpCaller implements Caller {

    @Override
    public boolean hasLeft() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        return request != null
                && request.getAttribute(ClientConnection.ATTRIBUTE, RequestAttributes.SCOPE_REQUEST)
                        instanceof ClientConnection connection
                && connection.isClosed();
    }

    /** Also a wait before the request was read counts. */
    @Override
    public long arrival() {
        return RequestThreads.arrival();
    }
}
