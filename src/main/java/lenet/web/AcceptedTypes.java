package lenet.web;

import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedCaseInsensitiveMap;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;

/**
 * The types of the header Accept without their charsets: all text is UTF-8. With another one Spring would find out that it
 * cannot write the answer when everything has been done.
 */
final class AcceptedTypes extends HeaderContentNegotiationStrategy {

    private static final String CHARSET = "charset";

    @Override
    public List<MediaType> resolveMediaTypes(NativeWebRequest request) throws HttpMediaTypeNotAcceptableException {
        return super.resolveMediaTypes(request).stream()
                .map(AcceptedTypes::withoutCharset)
                .toList();
    }

    private static MediaType withoutCharset(MediaType type) {
        if (type.getParameter(CHARSET) == null) {
            return type;
        }
        var parameters = new LinkedCaseInsensitiveMap<String>();
        parameters.putAll(type.getParameters());
        parameters.remove(CHARSET);
        return new MediaType(type, parameters);
    }
}
