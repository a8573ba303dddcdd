package lenet.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.apache.catalina.Container;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.http11.Http11InputBuffer;
import org.apache.tomcat.util.http.MimeHeaders;
import org.apache.tomcat.util.res.StringManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Answers what Tomcat itself refuses, such as a malformed request line, with a problem instead of its HTML page. */
public final class ProblemErrorValve extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemErrorValve.class);
    private static final Set<String> TOO_LARGE = Set.of(
            StringManager.getManager(Http11InputBuffer.class).getString("iib.requestheadertoolarge.error"),
            StringManager.getManager(MimeHeaders.class).getString("headers.maxCountFail", 100));

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = isOfTooLargeHeaders(failure) ? 431 : response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        ProblemType type = ProblemType.of(HttpStatusCode.valueOf(status));
        response.setStatus(type.status().value());
        for (AnswerHeader header : AnswerHeader.values()) {
            response.setHeader(header.header(), header.value());
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        try {
            response.getReporter().write(JsonMapper.shared().writeValueAsString(Report.of(type, contextPath())));
            response.finishResponse();
        } catch (IOException e) {
            LOG.debug("the client left before it was told what was wrong", e);
        }
    }

    /** A request that was not understood has none; the service is the only one on its host. */
    private String contextPath() {
        return Arrays.stream(getContainer().findChildren())
                .map(Container::getName)
                .findFirst()
                .orElse("");
    }

    /** Tomcat answers them with 400; what it says of them in its log is in the language of the machine. */
    private static boolean isOfTooLargeHeaders(@Nullable Throwable failure) {
        return failure != null && TOO_LARGE.contains(String.valueOf(failure.getMessage()));
    }

    /** A problem's members in the order of RFC 9457; there is no instance, for the request was not understood. */
    private record Report(String type, String title, int status, String detail) {

        private static Report of(ProblemType type, String contextPath) {
            return new Report(
                    type.address().below(contextPath).toString(),
                    type.title(),
                    type.status().value(),
                    type.generalDetail());
        }
    }
}
