package lenet.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The codes that the paper's radial basis functions compare with: ±1 for each value, one code a class.
 *
 * @param signs for each class its values, +1 or −1
 */
public record Codes(List<List<Integer>> signs) {

    /**
     * The digits as stylised bitmaps of 7×12 pixels (section II-B, figure 3): ink is +1. The paper prints the set small;
     * these are drawn after it.
     */
    public static final Codes DIGITS = drawn(List.of("""
            . . # # # . .
            . # # . # # .
            # # . . . # #
            # # . . . # #
            # # . . . # #
            # # . . . # #
            # # . . . # #
            # # . . . # #
            # # . . . # #
            # # . . . # #
            . # # . # # .
            . . # # # . .
            """, """
            . . . # # . .
            . . # # # . .
            . # # # # . .
            . . . # # . .
            . . . # # . .
            . . . # # . .
            . . . # # . .
            . . . # # . .
            . . . # # . .
            . . . # # . .
            . . . # # . .
            . # # # # # #
            """, """
            . # # # # # .
            # # . . . # #
            # . . . . # #
            . . . . . # #
            . . . . # # .
            . . . # # . .
            . . # # . . .
            . # # . . . .
            # # . . . . .
            # # . . . . .
            # # . . . . .
            # # # # # # #
            """, """
            # # # # # # #
            . . . . . # #
            . . . . # # .
            . . . # # . .
            . . # # # . .
            . . . . # # .
            . . . . . # #
            . . . . . # #
            . . . . . # #
            # . . . . # #
            # # . . # # .
            . # # # # . .
            """, """
            . . . . . # #
            . . . . # # #
            . . . # # # #
            . . # # . # #
            . # # . . # #
            # # . . . # #
            # # # # # # #
            # # # # # # #
            . . . . . # #
            . . . . . # #
            . . . . . # #
            . . . . . # #
            """, """
            # # # # # # #
            # # . . . . .
            # # . . . . .
            # # . . . . .
            # # # # # . .
            # # . . # # .
            . . . . . # #
            . . . . . # #
            . . . . . # #
            # # . . . # #
            . # # . # # .
            . . # # # . .
            """, """
            . . # # # # .
            . # # . . . .
            # # . . . . .
            # # . . . . .
            # # . # # . .
            # # # . # # .
            # # . . . # #
            # # . . . # #
            # # . . . # #
            # # . . . # #
            . # # . # # .
            . . # # # . .
            """, """
            # # # # # # #
            # # # # # # #
            . . . . . # #
            . . . . . # #
            . . . . # # .
            . . . . # # .
            . . . # # . .
            . . . # # . .
            . . # # . . .
            . . # # . . .
            . # # . . . .
            . # # . . . .
            """, """
            . # # # # # .
            # # . . . # #
            # # . . . # #
            # # . . . # #
            . # # . # # .
            . . # # # . .
            . # # # # # .
            # # . . . # #
            # # . . . # #
            # # . . . # #
            # # . . . # #
            . # # # # # .
            """, """
            . . # # # . .
            . # # . # # .
            # # . . . # #
            # # . . . # #
            # # . . . # #
            # # . . . # #
            . # # . # # #
            . . # # . # #
            . . . . . # #
            . . . . . # #
            . . . . # # .
            . # # # # . .
            """));

    public Codes {
        signs = signs.stream().map(List::copyOf).toList();
        for (List<Integer> code : signs) {
            if (code.isEmpty()
                    || code.size() != signs.get(0).size()
                    || code.stream().anyMatch(sign -> Math.abs(sign) != 1)) {
                throw new IllegalArgumentException("codes are of one length and of +1 and −1, found " + code);
            }
        }
    }

    private static Codes drawn(List<String> bitmaps) {
        List<List<Integer>> signs = new ArrayList<>();
        for (String bitmap : bitmaps) {
            signs.add(bitmap.replaceAll("\\s", "")
                    .chars()
                    .mapToObj(pixel -> pixel == '#' ? 1 : -1)
                    .toList());
        }
        return new Codes(signs);
    }

    /** Number of classes. */
    public int classes() {
        return signs.size();
    }

    /** Values of a code. */
    public int length() {
        return signs.get(0).size();
    }

    /**
     * Twice each code, {@code [class][value]}. Softmax of {@code 2 · code · x − ‖code‖²} is that of {@code −‖x − code‖²}.
     */
    public float[] doubled() {
        float[] values = toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] *= 2;
        }
        return values;
    }

    /** For each class {@code −‖code‖²}. */
    public float[] negativeSquares() {
        float[] squares = new float[classes()];
        Arrays.fill(squares, -length());
        return squares;
    }

    /** All codes, {@code [class][value]} row-major. */
    public float[] toArray() {
        float[] values = new float[classes() * length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = signs.get(i / length()).get(i % length());
        }
        return values;
    }
}
