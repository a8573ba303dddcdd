package lenet;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * This process among those that share a database.
 *
 * @param name different from every other process's and the same after a restart, at most 50 characters; absent for the
 *     host's name and the port
 */
@ConfigurationProperties("lenet.node")
public record NodeProperties(@Nullable String name) {

    private static final int MOST_CHARACTERS = 50;

    public NodeProperties {
        if (name != null && (name.isBlank() || name.length() > MOST_CHARACTERS)) {
            throw new IllegalArgumentException(
                    "lenet.node.name must have 1 to %d characters, found '%s'".formatted(MOST_CHARACTERS, name));
        }
    }
}
