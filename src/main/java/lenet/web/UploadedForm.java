package lenet.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Locale;
import org.apache.tomcat.util.http.fileupload.impl.FileCountLimitExceededException;
import org.apache.tomcat.util.http.fileupload.impl.FileSizeLimitExceededException;
import org.apache.tomcat.util.http.fileupload.impl.SizeException;
import org.apache.tomcat.util.http.fileupload.impl.SizeLimitExceededException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.web.util.DisconnectedClientHelper;

/** A form that Tomcat reads into temporary files, and why it could not. */
final class UploadedForm {

    private static final Logger LOG = LoggerFactory.getLogger(UploadedForm.class);
    private static final int RETRY_SECONDS = 5;

    private UploadedForm() {}

    /**
     * Reads the form to its end.
     *
     * @param most bytes that a form may have
     * @throws ProblemException if it is none, or there is no room for it
     * @throws IOException if the client left, or sent nothing more
     */
    static void read(HttpServletRequest request, long most) throws IOException, ServletException {
        try {
            request.getParts();
        } catch (IOException | IllegalStateException | ServletException e) {
            if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
                throw e;
            }
            throw problem(NestedExceptionUtils.getMostSpecificCause(e), most);
        }
    }

    private static ProblemException problem(Throwable cause, long most) {
        if (cause instanceof FileCountLimitExceededException parts) {
            return new ProblemException(
                    ProblemType.TOO_MANY_PICTURES,
                    "the form has more than %d parts; at most %d files and a few fields are accepted"
                            .formatted(parts.getLimit(), UploadedPictures.MAX_FILES));
        }
        if (cause instanceof FileSizeLimitExceededException file) {
            return tooLarge("a file of the form has", file.getPermittedSize());
        }
        if (cause instanceof SizeLimitExceededException form && form.getPermittedSize() == most) {
            return tooLarge("the form has", most);
        }
        if (cause instanceof SizeException) {
            return new ProblemException(ProblemType.TOO_LARGE, "the headers of a part of the form are too long");
        }
        if (cause instanceof IllegalStateException) {
            return new ProblemException(ProblemType.TOO_LARGE, "the fields of the form that are no files are too long");
        }
        if (isOfTheFolder(cause)) {
            LOG.warn("a form cannot be kept in the folder of temporary files: {}", cause.toString());
            return ProblemException.passing(
                    ProblemType.UNAVAILABLE,
                    "the service has no room for the form's files now; its log says why",
                    RETRY_SECONDS);
        }
        return new ProblemException(
                ProblemType.MALFORMED_REQUEST,
                "the multipart body cannot be read; it needs a boundary, every part a Content-Disposition, and a closing"
                        + " boundary");
    }

    private static ProblemException tooLarge(String what, long permitted) {
        return new ProblemException(
                ProblemType.TOO_LARGE,
                String.format(Locale.ROOT, "%s more than %,d bytes, the most that are accepted", what, permitted));
    }

    /** What the client does wrong has an exception of its own; what the disk does comes from the Java library. */
    private static boolean isOfTheFolder(Throwable cause) {
        return cause.getClass() == IOException.class
                || cause instanceof FileNotFoundException
                || cause instanceof FileSystemException;
    }
}
