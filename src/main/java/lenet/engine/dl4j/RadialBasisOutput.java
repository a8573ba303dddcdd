package lenet.engine.dl4j;

import lenet.network.Codes;

/**
 * The paper's output behind a Deeplearning4j network, which has no such layer: the negative squared distances of the last
 * layer's units from each class's code.
 */
final class RadialBasisOutput {

    private final float[] codes;
    private final int length;
    private float[] units = {};

    RadialBasisOutput(Codes codes) {
        this.codes = codes.toArray();
        this.length = codes.length();
    }

    /** Logits {@code [picture][class]} of the last layer's {@code units}, {@code [picture][unit]}. */
    float[] forward(float[] lastUnits) {
        units = lastUnits;
        int classes = codes.length / length;
        float[] logits = new float[units.length / length * classes];
        for (int i = 0; i < logits.length; i++) {
            int picture = i / classes * length;
            int code = i % classes * length;
            double sum = 0;
            for (int unit = 0; unit < length; unit++) {
                double way = units[picture + unit] - codes[code + unit];
                sum -= way * way;
            }
            logits[i] = (float) sum;
        }
        return logits;
    }

    /** The loss's slopes by the units of the last forward pass, from those by the logits. */
    float[] backward(float[] logitSlopes) {
        int classes = codes.length / length;
        float[] slopes = new float[units.length];
        for (int i = 0; i < slopes.length; i++) {
            int picture = i / length;
            double sum = 0;
            for (int c = 0; c < classes; c++) {
                sum -= 2.0 * (units[i] - codes[c * length + i % length]) * logitSlopes[picture * classes + c];
            }
            slopes[i] = (float) sum;
        }
        return slopes;
    }
}
