package lenet.engine.vector;

/**
 * Where a layer's parameters lie in the network's flat array: a row of biases, then one row an input; one column a map
 * or unit. Rows are padded to whole vectors and their number to whole groups of inputs, with zeros that stay zero.
 *
 * @param offset index of the first value
 * @param inputs number of rows behind the biases that mean something
 * @param outputs number of columns that mean something
 */
record Matrix(int offset, int inputs, int outputs) {

    /** Inputs that a kernel takes at once. */
    static final int INPUT_GROUP = 4;

    /** Values from one row to the next. */
    int stride() {
        return Lanes.roundUp(outputs, Lanes.BLOCK);
    }

    /** Index of the bias of {@code output}. */
    int bias(int output) {
        return offset + output;
    }

    /** Index of the weight from {@code input} to {@code output}. */
    int weight(int input, int output) {
        return offset + (1 + input) * stride() + output;
    }

    /** Index of the first value behind this matrix. */
    int end() {
        return weight(Lanes.roundUp(inputs, INPUT_GROUP), 0);
    }
}
