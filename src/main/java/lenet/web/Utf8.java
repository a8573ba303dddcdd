package lenet.web;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Bytes that should be text; Jackson by itself takes overlong forms and halves of surrogate pairs for characters. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Utf8(byte[] bytes) {

    private static final int CHARACTERS_AT_ONCE = 4096;

    /**
     * Lets text pass.
     *
     * @throws ProblemException naming the first byte that is no UTF-8
     */
    public void check() {
        int mistake = firstMistake();
        if (mistake >= 0) {
            throw new ProblemException(
                    ProblemType.MALFORMED_REQUEST,
                    String.format(Locale.ROOT, "JSON must be UTF-8, and byte %,d of the body is not", mistake));
        }
    }

    /** Position of the first byte that is no UTF-8, or -1. */
    int firstMistake() {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(CHARACTERS_AT_ONCE);
        CoderResult result;
        do {
            out.clear();
            result = decoder.decode(in, out, true);
        } while (result.isOverflow());
        return result.isError() ? in.position() : -1;
    }
}
