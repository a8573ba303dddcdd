package lenet.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * How often a network is right, held against how sure it is. The pictures are sorted by their confidence into bins of equal
 * width: where it says 0.8, four of five should be right.
 *
 * @param bins from the least sure to the surest; also those without a picture
 */
public record Reliability(List<Bin> bins) {

    /** Number of bins, as in Guo, Pleiss, Sun and Weinberger (2017). */
    public static final int BINS = 15;

    public Reliability {
        bins = List.copyOf(bins);
    }

    /**
     * The pictures that the network is about equally sure of.
     *
     * @param from lowest confidence, itself not among them
     * @param to highest confidence, itself among them
     * @param count number of pictures
     * @param confidence mean confidence; 0 without pictures
     * @param accuracy share of hits; 0 without pictures
     */
    public record Bin(double from, double to, int count, double confidence, double accuracy) {

        /** How much surer the network is than it is right; negative where it is less sure. */
        public double gap() {
            return confidence - accuracy;
        }
    }

    static Reliability of(byte[] labels, Predictions predictions) {
        int[] counts = new int[BINS];
        int[] hits = new int[BINS];
        double[] confidences = new double[BINS];
        for (int i = 0; i < labels.length; i++) {
            double confidence = predictions.confidences()[i];
            int bin = Math.max(0, Math.min(BINS, (int) Math.ceil(confidence * BINS)) - 1);
            counts[bin]++;
            hits[bin] += predictions.predicted()[i] == labels[i] ? 1 : 0;
            confidences[bin] += confidence;
        }
        List<Bin> bins = new ArrayList<>();
        for (int i = 0; i < BINS; i++) {
            int count = counts[i];
            bins.add(new Bin(
                    (double) i / BINS,
                    (i + 1.0) / BINS,
                    count,
                    count == 0 ? 0 : confidences[i] / count,
                    count == 0 ? 0 : (double) hits[i] / count));
        }
        return new Reliability(bins);
    }

    /** Number of pictures. */
    public int count() {
        return bins.stream().mapToInt(Bin::count).sum();
    }

    /** Expected calibration error: the mean distance of a bin's confidence from its accuracy, by its share of pictures. */
    public double expectedCalibrationError() {
        double sum = bins.stream()
                .mapToDouble(bin -> bin.count() * Math.abs(bin.gap()))
                .sum();
        return sum / Math.max(1, count());
    }
}
