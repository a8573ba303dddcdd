package lenet.image;

import java.util.List;

/**
 * One setting in which runs differ, as an axis.
 *
 * @param logarithmic whether equal ratios are equally long; for positive numbers only
 * @param words what the values 0, 1, 2, … stand for; empty where a value stands for itself
 */
public record RunAxis(String name, boolean logarithmic, List<String> words) {

    public RunAxis {
        words = List.copyOf(words);
    }

    /** An axis of numbers. */
    public static RunAxis ofNumbers(String name, boolean logarithmic) {
        return new RunAxis(name, logarithmic, List.of());
    }

    /** An axis of names. */
    public static RunAxis ofWords(String name, List<String> words) {
        return new RunAxis(name, false, words);
    }
}
