package lenet.network;

import java.util.Arrays;

/**
 * Everything an engine needs to continue training exactly where it stood.
 *
 * @param parameters the weights
 * @param optimiserState the optimiser's running values in the parameters' canonical order, one block of
 *     {@code parameters.count()} a quantity (the velocity for momentum, the two moments for Adam, and last the average of the
 *     weights where the optimiser has one); empty for plain SGD and before the first step. A copy, never shared.
 * @param steps optimiser steps behind this state; Adam's correction of its moments depends on it
 */
@SuppressWarnings("ArrayRecordComponent") // equals and hashCode below compare its contents.
public record NetworkState(Parameters parameters, float[] optimiserState, long steps) {

    /** A network that has not been trained yet. */
    public static NetworkState initial(Parameters parameters) {
        return new NetworkState(parameters, new float[0], 0);
    }

    /**
     * Refuses a state that an engine cannot train from.
     *
     * @throws IllegalArgumentException if the state is not this architecture's and optimiser's
     */
    public void check(Architecture architecture, Optimiser optimiser) {
        if (parameters.count() != architecture.parameterCount()) {
            throw new IllegalArgumentException("%s has %,d parameters, found %,d"
                    .formatted(architecture.name(), architecture.parameterCount(), parameters.count()));
        }
        int needed = optimiser.valuesPerParameter() * architecture.parameterCount();
        if (optimiserState.length != 0 && optimiserState.length != needed) {
            throw new IllegalArgumentException("%s with %s keeps %,d optimiser values, found %,d"
                    .formatted(architecture.name(), optimiser, needed, optimiserState.length));
        }
    }

    /** The weights that answer: their average where the optimiser keeps one, else those that are trained. */
    public Parameters answering(Architecture architecture, Optimiser optimiser) {
        if (!optimiser.averages() || optimiserState.length == 0) {
            return parameters;
        }
        int from = optimiser.method().valuesPerParameter() * parameters.count();
        return Parameters.of(architecture, Arrays.copyOfRange(optimiserState, from, from + parameters.count()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NetworkState state
                && parameters.equals(state.parameters)
                && Arrays.equals(optimiserState, state.optimiserState)
                && steps == state.steps;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * parameters.hashCode() + Arrays.hashCode(optimiserState)) + Long.hashCode(steps);
    }

    @Override
    public String toString() {
        return "NetworkState[%s, %,d optimiser values, %,d steps]".formatted(parameters, optimiserState.length, steps);
    }
}
