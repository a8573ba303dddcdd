package lenet.model;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What names a model: its version, or an alias that points at one. Exactly one of the two is there. */
public record ModelReference(
        @Nullable Long version, @Nullable String alias) {

    /** The alias of the model that classifies unless another is asked for. */
    public static final String LIVE = "live";

    /** What a client may write. */
    public static final String ACCEPTED =
            "a version such as 12, or an alias: a lower-case letter, then up to 62 lower-case letters, digits and hyphens";

    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,17}");
    private static final Pattern ALIAS = Pattern.compile("[a-z][a-z0-9-]{0,62}");

    /** Words that stand where a reference could, in the addresses of operations. */
    private static final Set<String> RESERVED = Set.of("aliases", "compare");

    /**
     * The reference written as {@code text}; Spring finds this by its name.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static ModelReference valueOf(String text) {
        if (VERSION.matcher(text).matches()) {
            return new ModelReference(Long.valueOf(text), null);
        }
        if (!isAlias(text)) {
            throw new IllegalArgumentException("must be " + ACCEPTED);
        }
        return new ModelReference(null, text);
    }

    /** Whether {@code text} may name an alias. */
    public static boolean isAlias(String text) {
        return ALIAS.matcher(text).matches() && !RESERVED.contains(text);
    }

    @Override
    public String toString() {
        return version != null ? Long.toString(version) : String.valueOf(alias);
    }
}
