package lenet.web;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields of a training job in which the trials of a sweep may differ. */
final class SweptFields {

    static final String EPOCHS = "epochs";

    static final List<String> NAMES = List.of(
            "architecture",
            "engine",
            EPOCHS,
            "batchSize",
            "learningRate",
            "optimiser",
            "momentum",
            "beta1",
            "beta2",
            "damping",
            "weightDecay",
            "gradientClipping",
            "weightAveraging",
            "learningRateSchedule",
            "warmUpEpochs",
            "loss",
            "inputScaling",
            "seed",
            "trainingImages");

    private static final Map<String, RecordComponent> COMPONENTS = Arrays.stream(
                    TrainingJobRequest.class.getRecordComponents())
            .collect(Collectors.toMap(RecordComponent::getName, Function.identity()));

    private SweptFields() {}

    /** Why a field cannot be swept; null when it can. */
    static @Nullable FieldError refusal(String path, String name, boolean halving) {
        if (!NAMES.contains(name)) {
            return new FieldError(path, "cannot be swept; accepted are " + String.join(", ", NAMES), null, NAMES);
        }
        return halving && name.equals(EPOCHS)
                ? new FieldError(path, "cannot be swept together with halving, which gives trials their epochs", null)
                : null;
    }

    /** The Java type of a field's values. */
    static Class<?> type(String name) {
        RecordComponent component = COMPONENTS.get(name);
        if (component == null) {
            throw new IllegalArgumentException("a training job has no field " + name);
        }
        return component.getType();
    }
}
