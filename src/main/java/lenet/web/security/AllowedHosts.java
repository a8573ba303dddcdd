package lenet.web.security;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.util.PatternMatchUtils;

/**
 * The names by which the service may be called. A page on the web can give its own name this machine's address (DNS
 * rebinding), but cannot make a browser call it by an address, or by a name that only this machine or its network knows.
 *
 * @param named further ones, from the properties; {@code *} stands for any characters
 */
record AllowedHosts(List<String> named) {

    /** No top-level domain ends in a digit. */
    private static final Pattern ADDRESS = Pattern.compile("\\[.+]|[0-9.]+");

    boolean contain(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return !name.contains(".")
                || ADDRESS.matcher(name).matches()
                || name.endsWith(".localhost")
                || named.stream()
                        .anyMatch(pattern -> PatternMatchUtils.simpleMatch(pattern.toLowerCase(Locale.ROOT), name));
    }
}
