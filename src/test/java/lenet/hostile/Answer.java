package lenet.hostile;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What came back on a connection.
 *
 * @param status of HTTP, or {@link #NONE}, or {@link #LATE}
 * @param text head and body as far as they were kept, or why there is none
 */
record Answer(int status, String text, long millis) {

    /** The connection ended without an answer. */
    static final int NONE = 0;

    /** Nothing, or only a part, came within the client's patience. */
    static final int LATE = -1;

    private static final Set<Integer> TEMPORARY = Set.of(429, 503);
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})");
    private static final Pattern CLASS_NAME =
            Pattern.compile("\\b(?:lenet|java|jakarta|tools|com|org)(?:\\.[a-z0-9]+)*\\.[A-Z]\\w");

    /** The final answer in what a connection gave, interim ones left out. */
    static Answer of(byte[] received, long millis) {
        String text = new String(received, StandardCharsets.UTF_8);
        while (text.startsWith("HTTP/1.1 1") && text.contains("\r\n\r\n")) {
            text = text.substring(text.indexOf("\r\n\r\n") + 4);
        }
        var status = STATUS.matcher(text);
        return status.lookingAt()
                ? new Answer(Integer.parseInt(status.group(1)), text, millis)
                : new Answer(NONE, text, millis);
    }

    /** What is wrong with it as an answer to {@code attack}, if anything is. */
    Optional<String> fault(Attack attack) {
        if (status == LATE) {
            return Optional.of("no answer in time");
        }
        if (status != 503 && !attack.expected().contains(status)) {
            return Optional.of("not among " + attack.expected());
        }
        if (TEMPORARY.contains(status) && !head().contains("\r\nretry-after: ")) {
            return Optional.of("no Retry-After");
        }
        if (status >= 400 && !head().contains("json")) {
            return Optional.of("no problem details");
        }
        if (status >= 400 && CLASS_NAME.matcher(text).find()) {
            return Optional.of("names a Java class");
        }
        return Optional.empty();
    }

    /** Status line and body, for people. */
    @Override
    public String toString() {
        return text.lines().findFirst().orElse("") + " … " + body();
    }

    String body() {
        return text.substring(Math.min(text.length(), head().length()));
    }

    private String head() {
        int end = text.indexOf("\r\n\r\n");
        return (end < 0 ? text : text.substring(0, end + 4)).toLowerCase(Locale.ROOT);
    }
}
