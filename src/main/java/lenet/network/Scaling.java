package lenet.network;

/**
 * How a pixel becomes an input: {@code value = pixel / 255 · scale − mean · scale}, the zero padding around the digit
 * included. The mean is the training split's and travels inside the model, so that serving scales as training did.
 *
 * @param mean mean of the training split's padded pixels, in [0, 1]
 * @param scale factor applied after centring; 1 in the article's recipe
 */
public record Scaling(double mean, double scale) {

    /** What {@link #isPlausible} means, to be read after "must have". */
    public static final String PLAUSIBLE = "a mean from 0 to 1 and a scale from 0.001 to 1000";

    /** Whether a network can have been trained with inputs made so. */
    public boolean isPlausible() {
        return mean >= 0 && mean <= 1 && scale >= 0.001 && scale <= 1000;
    }

    /** The article's: pixels in [0, 1] less the training mean. */
    public static Scaling centred(double mean) {
        return new Scaling(mean, 1);
    }

    /** The paper's (section II-B): background is −0.1 and ink is 1.175. */
    public static final Scaling PAPER = new Scaling(0.1 / 1.275, 1.275);

    /** The network's input for one pixel of 0–255. */
    public float apply(int pixel) {
        return (float) ((pixel / 255.0 - mean) * scale);
    }

    /** The 256 inputs that the 256 pixel values become. */
    public float[] table() {
        float[] table = new float[256];
        for (int pixel = 0; pixel < table.length; pixel++) {
            table[pixel] = apply(pixel);
        }
        return table;
    }
}
