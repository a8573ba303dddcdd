package lenet.web;

import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;

/** The header Accept with as many types as anybody names; Spring compares each of them with each other. */
final class AcceptHeader extends HeaderContentNegotiationStrategy {

    /** A browser names fewer than ten. */
    static final int MOST_TYPES = 50;

    @Override
    public List<MediaType> resolveMediaTypes(NativeWebRequest request) throws HttpMediaTypeNotAcceptableException {
        String[] headers = request.getHeaderValues(HttpHeaders.ACCEPT);
        if (headers != null
                && Arrays.stream(headers)
                                .mapToLong(header -> 1
                                        + header.chars()
                                                .filter(character -> character == ',')
                                                .count())
                                .sum()
                        > MOST_TYPES) {
            throw new HttpMediaTypeNotAcceptableException("more types than are compared");
        }
        return super.resolveMediaTypes(request);
    }
}
