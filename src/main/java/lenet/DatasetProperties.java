package lenet;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the data set comes from.
 *
 * @param location a folder of four IDX files in MNIST's layout; absent for the bundled MNIST
 */
@ConfigurationProperties("lenet.dataset")
public record DatasetProperties(@Nullable Path location) {}
