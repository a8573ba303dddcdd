package lenet.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** The path a request asked for, as it stands in a problem's {@code instance}. */
record RequestPath(String text) {

    /** Two slashes at the start would make the first segment a host. */
    private static final Pattern LEADING_SLASHES = Pattern.compile("^/+");

    URI uri() {
        String path = LEADING_SLASHES.matcher(text).replaceFirst("/");
        try {
            return new URI(path);
        } catch (URISyntaxException e) {
            return URI.create("/");
        }
    }
}
