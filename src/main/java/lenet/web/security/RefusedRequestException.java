package lenet.web.security;

import jakarta.servlet.http.HttpServletRequest;
import lenet.web.ProblemException;
import lenet.web.ProblemType;
import lenet.web.Quotation;
import org.springframework.security.web.firewall.RequestRejectedException;

/** A request that the firewall lets nobody see; its cause is the problem that it is answered with. */
final class RefusedRequestException extends RequestRejectedException {

    RefusedRequestException(ProblemType type, String detail) {
        super(detail);
        initCause(new ProblemException(type, detail));
    }

    /** Of a path that two readers could read in two ways. */
    static RefusedRequestException malformed(HttpServletRequest request) {
        return new RefusedRequestException(
                ProblemType.MALFORMED_REQUEST, """
                the path %s must have neither of ; \\ %%25 %%2E %%2F, no control characters, and no segment that is \
                empty or only dots\
                """.formatted(new Quotation(request.getRequestURI())));
    }
}
