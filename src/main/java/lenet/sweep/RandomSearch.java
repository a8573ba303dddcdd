package lenet.sweep;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** Draws of some fields; each value is a pure function of the seed, the trial and its field's name. */
public record RandomSearch(Map<String, Choice> fields, long seed) {

    private static final long TRIAL_STRIDE = 0x9E3779B97F4A7C15L;
    private static final long FIELD_STRIDE = 0xC2B2AE3D27D4EB4FL;

    public RandomSearch {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** The settings of a trial, 1 for the first. */
    public Map<String, Object> point(int trial) {
        Map<String, Object> point = new LinkedHashMap<>();
        fields.forEach((name, choice) -> point.put(name, choice.draw(random(trial, name))));
        return point;
    }

    private SplittableRandom random(int trial, String field) {
        return new SplittableRandom(seed + trial * TRIAL_STRIDE ^ field.hashCode() * FIELD_STRIDE);
    }
}
