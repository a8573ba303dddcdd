package lenet.sweep;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A trial as the database has it.
 *
 * @param number from 1
 * @param settings the swept fields and their values
 * @param job absent once it has been deleted
 * @param rung how far halving has let it come, from 0
 * @param ended why the sweep ended its job; absent where it did not
 */
public record Trial(
        int number,
        Map<String, Object> settings,
        @Nullable UUID job,
        int rung,
        @Nullable String ended) {

    public Trial {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }
}
