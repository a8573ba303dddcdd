package lenet.network;

import java.util.Arrays;

/**
 * Everything an engine needs to continue training exactly where it stood.
 *
 * @param parameters the weights
 * @param optimiserState the optimiser's running values in the parameters' canonical order, one block of
 *     {@code parameters.count()} a quantity (the velocity for momentum); empty for plain SGD. A copy, never shared.
 */
@SuppressWarnings("ArrayRecordComponent") // equals and hashCode below compare its contents.
public record NetworkState(Parameters parameters, float[] optimiserState) {

    /** A network that has not been trained yet. */
    public static NetworkState initial(Parameters parameters) {
        return new NetworkState(parameters, new float[0]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NetworkState state
                && parameters.equals(state.parameters)
                && Arrays.equals(optimiserState, state.optimiserState);
    }

    @Override
    public int hashCode() {
        return 31 * parameters.hashCode() + Arrays.hashCode(optimiserState);
    }

    @Override
    public String toString() {
        return "NetworkState[%s, %,d optimiser values]".formatted(parameters, optimiserState.length);
    }
}
