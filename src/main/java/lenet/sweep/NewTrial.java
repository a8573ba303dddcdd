package lenet.sweep;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import lenet.training.NewTrainingJob;

/**
 * One trial of a sweep to be.
 *
 * @param settings the swept fields and their values: numbers or strings
 * @param job what it trains; its name, promotion and pause are the sweep's to decide
 */
public record NewTrial(Map<String, Object> settings, NewTrainingJob job) {

    public NewTrial {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }
}
