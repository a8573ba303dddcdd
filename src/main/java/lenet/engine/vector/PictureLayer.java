package lenet.engine.vector;

/** A layer's forward pass for a single picture. It holds no values; any number of threads may use it. */
interface PictureLayer {

    /** Computes {@code out} from {@code in}, each in the layout that its layer says. */
    void forward(float[] parameters, float[] in, float[] out);

    /** Number of floats that {@code out} needs. */
    int size();
}
