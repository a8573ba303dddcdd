package lenet.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What came back to one attack. */
final class Tally {

    private static final int SAMPLES = 5;
    private static final int SAMPLE_LENGTH = 600;

    private final Attack attack;
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final List<String> samples = new ArrayList<>();
    private long longestMillis;
    private int unexpected;

    Tally(Attack attack) {
        this.attack = attack;
    }

    synchronized void count(Answer answer, Supplier<String> sent) {
        statuses.merge(answer.status(), 1, Integer::sum);
        longestMillis = Math.max(longestMillis, answer.millis());
        answer.fault(attack)
                .ifPresent(fault -> accuse("%s, after %d ms, to %s: %s"
                        .formatted(fault, answer.millis(), shortened(sent.get()), shortened(answer.toString()))));
    }

    synchronized void accuse(String what) {
        unexpected++;
        if (samples.size() < SAMPLES) {
            samples.add(attack.name() + ": " + what);
        }
    }

    synchronized int unexpected() {
        return unexpected;
    }

    synchronized List<String> samples() {
        return List.copyOf(samples);
    }

    /** A row of the report's table. */
    synchronized String row() {
        String answers = statuses.entrySet().stream()
                .map(entry -> entry.getValue() + " × " + name(entry.getKey()))
                .collect(Collectors.joining(", "));
        int requests = statuses.values().stream().mapToInt(Integer::intValue).sum();
        return "| %s | %d | %s | %d | %d |".formatted(attack.name(), requests, answers, longestMillis, unexpected);
    }

    private static String name(int status) {
        return switch (status) {
            case Answer.NONE -> "no answer";
            case Answer.LATE -> "late";
            default -> Integer.toString(status);
        };
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= SAMPLE_LENGTH ? line : line.substring(0, SAMPLE_LENGTH) + "…";
    }
}
