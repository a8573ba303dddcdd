package lenet.network;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Which input maps feed each map of a convolution (paper, section II-B and table I).
 *
 * @param inputsOfMap for each map its input maps in ascending order; empty when every input map feeds every map
 */
public record Connections(List<List<Integer>> inputsOfMap) {

    /** Every input map feeds every map. */
    public static final Connections ALL = new Connections(List.of());

    /** The paper's table I: which of S2's six maps feed each of C3's sixteen; 60 connections. */
    public static final Connections TABLE_I = new Connections(List.of(
            List.of(0, 1, 2),
            List.of(1, 2, 3),
            List.of(2, 3, 4),
            List.of(3, 4, 5),
            List.of(0, 4, 5),
            List.of(0, 1, 5),
            List.of(0, 1, 2, 3),
            List.of(1, 2, 3, 4),
            List.of(2, 3, 4, 5),
            List.of(0, 3, 4, 5),
            List.of(0, 1, 4, 5),
            List.of(0, 1, 2, 5),
            List.of(0, 1, 3, 4),
            List.of(1, 2, 4, 5),
            List.of(0, 2, 3, 5),
            List.of(0, 1, 2, 3, 4, 5)));

    public Connections {
        inputsOfMap = inputsOfMap.stream().map(List::copyOf).toList();
        for (List<Integer> inputs : inputsOfMap) {
            if (inputs.isEmpty()
                    || !inputs.equals(inputs.stream().distinct().sorted().toList())) {
                throw new IllegalArgumentException(
                        "a map is fed by at least one input map, in ascending order, found " + inputs);
            }
        }
    }

    /** The input maps that feed {@code map}, of {@code inputMaps} there are. */
    public List<Integer> inputsOf(int map, int inputMaps) {
        return inputsOfMap.isEmpty() ? IntStream.range(0, inputMaps).boxed().toList() : inputsOfMap.get(map);
    }

    /** Number of connections between {@code inputMaps} input maps and {@code maps} maps. */
    int count(int inputMaps, int maps) {
        return inputsOfMap.isEmpty()
                ? inputMaps * maps
                : inputsOfMap.stream().mapToInt(List::size).sum();
    }

    /** Refuses a table that is not one of {@code maps} maps over {@code inputMaps} input maps. */
    void check(String layer, int inputMaps, int maps) {
        if (inputsOfMap.isEmpty()) {
            return;
        }
        if (inputsOfMap.size() != maps) {
            throw new IllegalArgumentException("%s: a connection table for %d maps is needed, found one for %d"
                    .formatted(layer, maps, inputsOfMap.size()));
        }
        for (List<Integer> inputs : inputsOfMap) {
            if (inputs.get(0) < 0 || inputs.get(inputs.size() - 1) >= inputMaps) {
                throw new IllegalArgumentException(
                        "%s: there are %d input maps to connect, found %s".formatted(layer, inputMaps, inputs));
            }
        }
    }
}
