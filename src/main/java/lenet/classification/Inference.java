package lenet.classification;

import java.time.Duration;
import java.util.List;
import java.util.stream.DoubleStream;
import lenet.network.Softmax;

/**
 * What one model says about some pictures.
 *
 * @param modelVersion the model that answered for all of them
 * @param logits {@code [picture][class]}, row-major
 * @param pass how long the network took for all of them
 */
@SuppressWarnings("ArrayRecordComponent") // Made for one answer; never compared.
public record Inference(long modelVersion, int classes, float[] logits, Duration pass) {

    /** Number of pictures. */
    public int count() {
        return logits.length / classes;
    }

    /** The most probable class of picture {@code index}. */
    public int digit(int index) {
        return Softmax.largest(logits, index * classes, classes);
    }

    /** One probability a class of picture {@code index}; they sum to 1. */
    public List<Double> probabilities(int index) {
        return DoubleStream.of(Softmax.probabilities(logits, index * classes, classes))
                .boxed()
                .toList();
    }
}
