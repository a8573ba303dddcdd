package lenet.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.context.request.NativeWebRequest;

/**
 * The types one resource can be written in, the default first.
 *
 * <p>Spring picks between handler methods, but finds a browser's {@code *}{@code /*} ambiguous; here it means the
 * default.
 */
public record Representations(List<MediaType> offered) {

    static final MediaType SVG = MediaType.valueOf("image/svg+xml");
    static final MediaType CSV = MediaType.valueOf("text/csv");

    public Representations(MediaType... offered) {
        this(List.of(offered));
    }

    /**
     * A resource in one of its forms; text goes out in UTF-8, a table as a file to save.
     *
     * @param fileName of that file, without its ending
     */
    public static ResponseEntity<Object> answer(MediaType type, String fileName, Object body) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.ok().contentType(type).varyBy(HttpHeaders.ACCEPT);
        if (type.equals(CSV)) {
            ContentDisposition attachment =
                    ContentDisposition.attachment().filename(fileName + ".csv").build();
            answer.contentType(utf8(type)).header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString());
        }
        return answer.body(body instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : body);
    }

    /** Text of that type in UTF-8. */
    public static MediaType utf8(MediaType type) {
        return new MediaType(type, StandardCharsets.UTF_8);
    }

    /**
     * The type that the client likes best.
     *
     * @throws HttpMediaTypeNotAcceptableException if it accepts none of them
     */
    public MediaType preferredBy(NativeWebRequest request) throws HttpMediaTypeNotAcceptableException {
        for (MediaType accepted : new AcceptHeader().resolveMediaTypes(request)) {
            for (MediaType type : offered) {
                if (accepted.getQualityValue() > 0 && accepted.includes(type)) {
                    return type;
                }
            }
        }
        throw new HttpMediaTypeNotAcceptableException(offered);
    }
}
