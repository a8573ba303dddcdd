package lenet.dataset;

import java.util.SplittableRandom;

/** Makes a picture harder to read. The same draws give the same picture. */
interface Distortion {

    Ink of(Ink ink, SplittableRandom random);

    /** One or the other way, by chance. */
    static double eitherWay(double amount, SplittableRandom random) {
        return random.nextBoolean() ? amount : -amount;
    }
}
