package lenet.network;

import org.jspecify.annotations.Nullable;

/**
 * Where the paper speaks of a network.
 *
 * @param section such as {@code II-B}
 * @param note what the network is there, and what had to be chosen where the paper leaves it open
 * @param errorRate the error on the test set that the paper reports, in [0, 1]; absent where it has no such network
 * @param distortedErrorRate the same after training with distortions, where it is reported
 */
public record PaperPlace(
        String section,
        String note,
        @Nullable Double errorRate,
        @Nullable Double distortedErrorRate) {

    /** Of a network that the paper does not know. */
    public static final PaperPlace NONE = new PaperPlace("", "", null, null);
}
