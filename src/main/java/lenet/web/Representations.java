package lenet.web;

import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;

/**
 * The types one resource can be written in, the default first.
 *
 * <p>Spring picks between handler methods, but finds a browser's {@code *}{@code /*} ambiguous; here it means the
 * default.
 */
record Representations(List<MediaType> offered) {

    static final MediaType SVG = MediaType.valueOf("image/svg+xml");
    static final MediaType CSV = MediaType.valueOf("text/csv");

    Representations(MediaType... offered) {
        this(List.of(offered));
    }

    /**
     * The type that the client likes best.
     *
     * @throws HttpMediaTypeNotAcceptableException if it accepts none of them
     */
    MediaType preferredBy(NativeWebRequest request) throws HttpMediaTypeNotAcceptableException {
        for (MediaType accepted : new HeaderContentNegotiationStrategy().resolveMediaTypes(request)) {
            for (MediaType type : offered) {
                if (accepted.getQualityValue() > 0 && accepted.includes(type)) {
                    return type;
                }
            }
        }
        throw new HttpMediaTypeNotAcceptableException(offered);
    }
}
