package lenet.sweep;

import java.util.ArrayList;
import java.util.List;

/**
 * Successive halving: all trials train a little, the best of them longer, and so on up to the recipe's epochs.
 *
 * @param eta one in so many goes on, 2 or more; as many times longer it trains
 * @param minEpochs epochs that every trial trains, at least 1 and fewer than {@code epochs}
 * @param epochs of the recipe
 */
public record Halving(int eta, int minEpochs, int epochs) {

    /** Epochs at whose end trials are compared, rising; the last are the recipe's. */
    public List<Integer> rungs() {
        List<Integer> rungs = new ArrayList<>();
        for (long rung = minEpochs; rung < epochs; rung *= eta) {
            rungs.add((int) rung);
        }
        rungs.add(epochs);
        return rungs;
    }

    /** How many of {@code trials} go on; at least one. */
    int survivors(int trials) {
        return Math.max(1, trials / eta);
    }

    int epochsOf(int rung) {
        return rungs().get(rung);
    }

    boolean isLast(int rung) {
        return rung >= rungs().size() - 1;
    }
}
