package lenet.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import lenet.dataset.Corruption;
import lenet.evaluation.Monitor;
import lenet.model.ModelOrder;
import lenet.network.Activation;
import lenet.network.Combination;
import lenet.training.InputScaling;
import lenet.training.JobOrder;
import lenet.training.LearningRateSchedule;
import lenet.training.LossName;
import lenet.training.OptimiserName;
import lenet.training.Promotion;

/** An enum as JSON writes it, {@code IF_BETTER} as {@code ifBetter}; reads it in any case, and the enum's own name. */
record Words<E extends Enum<E>>(Class<E> type) {

    static final Words<Activation> ACTIVATIONS = new Words<>(Activation.class);
    static final Words<Combination> COMBINATIONS = new Words<>(Combination.class);
    static final Words<Corruption> CORRUPTIONS = new Words<>(Corruption.class);
    static final Words<LearningRateSchedule> SCHEDULES = new Words<>(LearningRateSchedule.class);
    static final Words<LossName> LOSSES = new Words<>(LossName.class);
    static final Words<InputScaling> INPUT_SCALINGS = new Words<>(InputScaling.class);
    static final Words<Monitor> MONITORS = new Words<>(Monitor.class);
    static final Words<OptimiserName> OPTIMISERS = new Words<>(OptimiserName.class);
    static final Words<ModelOrder> MODEL_ORDERS = new Words<>(ModelOrder.class);
    static final Words<JobOrder> JOB_ORDERS = new Words<>(JobOrder.class);
    static final Words<Promotion> PROMOTIONS = new Words<>(Promotion.class);

    private static final Pattern WORD_START = Pattern.compile("_(.)");
    private static final Pattern CAPITAL = Pattern.compile("(?=[A-Z])");

    String of(E value) {
        String lower = value.name().toLowerCase(Locale.ROOT);
        return WORD_START.matcher(lower).replaceAll(start -> start.group(1).toUpperCase(Locale.ROOT));
    }

    List<String> all() {
        return Arrays.stream(type.getEnumConstants()).map(this::of).toList();
    }

    /** The value called {@code word}, if it is one of them. */
    Optional<E> find(String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> isSpelling(word, of(value)))
                .findFirst();
    }

    /** Whether {@code found} is a way to write {@code word}; files of version 0.1.0 have the enums' own names. */
    static boolean isSpelling(String found, String word) {
        return word.equalsIgnoreCase(found)
                || CAPITAL.matcher(word)
                        .replaceAll("_")
                        .toUpperCase(Locale.ROOT)
                        .equals(found);
    }

    /** The value called {@code word}, which is one of them. */
    E value(String word) {
        return find(word).orElseThrow(() -> new IllegalArgumentException(word + " is none of " + all()));
    }
}
