package lenet.network;

import java.util.List;
import lenet.dataset.Images;

/** Asks every network of an ensemble, one after the other, and combines what they say. */
record EnsembleClassifier(List<Classifier> members, Ensemble ensemble) implements Classifier {

    @Override
    public float[] logits(Images images, int from, int to) {
        float[] combined = combined(images, from, to);
        float temperature = (float) ensemble.temperature();
        for (int i = 0; i < combined.length; i++) {
            combined[i] /= temperature;
        }
        return combined;
    }

    private float[] combined(Images images, int from, int to) {
        if (members.size() == 1) {
            return members.get(0).logits(images, from, to);
        }
        float[][] logits = new float[members.size()][];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = members.get(i).logits(images, from, to);
        }
        int classes = ensemble.classes();
        float[] combined = new float[logits[0].length];
        for (int offset = 0; offset < combined.length; offset += classes) {
            ensemble.combination().combine(logits, offset, classes, combined);
        }
        return combined;
    }

    @Override
    public void close() {
        members.forEach(Classifier::close);
    }
}
