package lenet.web.security;

import lenet.web.ProblemException;
import lenet.web.ProblemType;
import org.springframework.security.web.firewall.RequestRejectedException;

/** A request that the firewall lets nobody see; its cause is the problem that it is answered with. */
final class RefusedRequestException extends RequestRejectedException {

    RefusedRequestException(ProblemType type, String detail) {
        super(detail);
        initCause(new ProblemException(type, detail));
    }
}
