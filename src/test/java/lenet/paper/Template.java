package lenet.paper;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with places, such as <code>{{table}}</code>, that a run fills in. */
record Template(String text) {

    private static final Pattern PLACE = Pattern.compile("\\{\\{([\\w-]+)}}");

    /** The resource of that name beside this class. */
    static Template load(String name) throws IOException {
        try (InputStream resource = Template.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IOException("expected a resource " + name + " beside " + Template.class);
            }
            return new Template(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** The text with every place filled in; each must be known. */
    String filledIn(Map<String, String> values) {
        return PLACE.matcher(text).replaceAll(place -> {
            String value = values.get(place.group(1));
            if (value == null) {
                throw new IllegalArgumentException(
                        "expected a value for each place of the text, found none for " + place.group());
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
