package lenet.network;

/** How the answers of several networks become one. */
public enum Combination {
    /** The mean of their probabilities. */
    AVERAGE {
        @Override
        void combine(float[][] members, int offset, int classes, float[] to) {
            double[] sum = new double[classes];
            for (float[] logits : members) {
                double[] probabilities = Softmax.probabilities(logits, offset, classes);
                for (int i = 0; i < classes; i++) {
                    sum[i] += probabilities[i];
                }
            }
            for (int i = 0; i < classes; i++) {
                // A class that no network gives anything keeps a finite logit.
                to[offset + i] = (float) Math.log(Math.max(sum[i] / members.length, Double.MIN_NORMAL));
            }
        }
    },
    /** The sum of their logits, as Drucker, Schapire and Simard (1993) add the outputs of boosted networks. */
    ADD {
        @Override
        void combine(float[][] members, int offset, int classes, float[] to) {
            for (int i = offset; i < offset + classes; i++) {
                for (float[] logits : members) {
                    to[i] += logits[i];
                }
            }
        }
    };

    /** Writes the logits of the picture whose logits start at {@code offset} to the same place of {@code to}, zeros so far. */
    abstract void combine(float[][] members, int offset, int classes, float[] to);
}
