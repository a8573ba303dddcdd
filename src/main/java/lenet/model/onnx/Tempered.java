package lenet.model.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A graph's steps without the division of the logits by a temperature.
 *
 * @param network the steps that are left
 * @param temperature what the graph divides the logits by; 1 if it does not
 */
record Tempered(List<Step> network, double temperature) {

    private static final double SAME = 1e-6;

    /**
     * Takes the division out of {@code steps} if it is what the file says of itself: the graph is what counts, the file's own
     * word has more digits. What a file multiplies by without a word goes into its weights, which gives the same logits.
     *
     * @param written the temperature that the file names; 1 if it names none
     */
    static Tempered of(List<Step> steps, double written) {
        int last = steps.size() - 1;
        if (last >= 0 && steps.get(last) instanceof Step.Probabilities) {
            last--;
        }
        if (last < 0 || !(steps.get(last) instanceof Step.Scale scale) || !isDivision(scale, written)) {
            return new Tempered(steps, 1);
        }
        List<Step> others = new ArrayList<>(steps);
        others.remove(last);
        return new Tempered(others, written);
    }

    private static boolean isDivision(Step.Scale scale, double divisor) {
        return divisor > 0
                && Double.isFinite(divisor)
                && Arrays.stream(scale.factors()).allMatch(factor -> Math.abs(factor * divisor - 1) <= SAME)
                && Arrays.stream(scale.summands()).allMatch(summand -> summand == 0);
    }
}
