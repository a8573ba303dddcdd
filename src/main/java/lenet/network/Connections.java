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

    /**
     * Which of S2's four maps feed each of LeNet-1's twelve (LeCun et al., <i>Handwritten Digit Recognition with a
     * Back-Propagation Network</i>, 1989, table 1); 20 connections.
     */
    public static final Connections LENET1_C3 = new Connections(List.of(
            List.of(0),
            List.of(0, 1),
            List.of(0, 1),
            List.of(1),
            List.of(0, 1),
            List.of(0, 1),
            List.of(2),
            List.of(2, 3),
            List.of(2, 3),
            List.of(3),
            List.of(2, 3),
            List.of(2, 3)));

    /**
     * Which of S2's eight maps feed each of LeNet-4's sixteen, after the pattern of table I: three neighbours, four
     * neighbours, two pairs of neighbours; 60 connections. The paper does not print it.
     */
    public static final Connections LENET4_C3 = new Connections(IntStream.range(0, 16)
            .mapToObj(map -> map < 4
                    ? around(8, 2 * map, 0, 1, 2)
                    : map < 12 ? around(8, map - 4, 0, 1, 2, 3) : around(8, map - 12, 0, 1, 4, 5))
            .toList());

    /** Which of S4's sixteen maps each of LeNet-4's 120 units sees: five neighbours, every third unit four. */
    public static final Connections LENET4_C5 = new Connections(IntStream.range(0, 120)
            .mapToObj(unit -> unit % 3 == 2 ? around(16, unit, 0, 1, 2, 3) : around(16, unit, 0, 1, 2, 3, 4))
            .toList());

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

    private static List<Integer> around(int maps, int first, int... steps) {
        return IntStream.of(steps)
                .map(step -> (first + step) % maps)
                .sorted()
                .boxed()
                .toList();
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
