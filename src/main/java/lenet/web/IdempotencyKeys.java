package lenet.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import lenet.training.IdempotencyKey;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Reads the header Idempotency-Key. */
final class IdempotencyKeys {

    static final String HEADER = "Idempotency-Key";

    private static final int MOST_CHARACTERS = 255;

    private IdempotencyKeys() {}

    /**
     * The key and what it stands for: the request's fields, however they were laid out.
     *
     * @throws ProblemException when {@code header} is no key
     */
    static @Nullable IdempotencyKey of(@Nullable String header, Object request) {
        if (header == null) {
            return null;
        }
        boolean visible = header.chars().allMatch(character -> character >= '!' && character <= '~');
        if (header.isEmpty() || header.length() > MOST_CHARACTERS || !visible) {
            throw new ProblemException(
                    ProblemType.MALFORMED_REQUEST,
                    "%s must be 1 to %d visible ASCII characters, found %s"
                            .formatted(HEADER, MOST_CHARACTERS, new Quotation(header)));
        }
        return new IdempotencyKey(header, sha256(JsonMapper.shared().writeValueAsString(request)));
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
