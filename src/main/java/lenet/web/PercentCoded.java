package lenet.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.springframework.util.StringUtils;

/** A name or a value of a query as it was sent. */
record PercentCoded(String text) {

    /**
     * What it means, bytes read as UTF-8.
     *
     * @throws ProblemException if the bytes are no UTF-8, or a percent sign has no two digits behind it
     */
    String decoded() {
        try {
            byte[] bytes = StringUtils.uriDecode(text.replace('+', ' '), StandardCharsets.ISO_8859_1)
                    .getBytes(StandardCharsets.ISO_8859_1);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException | IllegalArgumentException e) {
            throw new ProblemException(
                    ProblemType.MALFORMED_REQUEST,
                    "the query must be UTF-8, its bytes written as %% and two digits, found %s"
                            .formatted(new Quotation(text)));
        }
    }
}
