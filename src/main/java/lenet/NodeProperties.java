package lenet;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * This process among those that share a database.
 *
 * @param name different from every other process's and the same after a restart, at most 50 characters; absent for the
 *     host's name and the port
 */
@ConfigurationProperties("lenet.node")
@Validated
public record NodeProperties(
        @Nullable @Size(max = 50) @Pattern(regexp = ".*\\S.*", message = "must not be blank")
        String name) {}
