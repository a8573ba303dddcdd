package lenet.image;

/** Fits strokes into MNIST's 20×20 pixels and centres them by mass in 28×28. */
final class MnistFrame {

    private MnistFrame() {}

    static GrayImage around(Plane strokes) {
        double scale = (double) MnistForm.INK_SIDE / Math.max(strokes.width, strokes.height);
        Plane digit = Resampler.scaled(strokes, Math.max(1, (int) Math.round(strokes.width * scale)), Math.max(1, (int)
                Math.round(strokes.height * scale)));
        return centred(digit, 255 / peak(digit));
    }

    private static float peak(Plane digit) {
        float peak = Float.MIN_NORMAL;
        for (float value : digit.values) {
            peak = Math.max(peak, value);
        }
        return peak;
    }

    private static GrayImage centred(Plane digit, float gain) {
        double mass = 0;
        double momentX = 0;
        double momentY = 0;
        for (int y = 0; y < digit.height; y++) {
            for (int x = 0; x < digit.width; x++) {
                mass += digit.at(x, y);
                momentX += (double) digit.at(x, y) * x;
                momentY += (double) digit.at(x, y) * y;
            }
        }
        int left = offset(momentX / mass, digit.width);
        int top = offset(momentY / mass, digit.height);
        byte[] pixels = new byte[MnistForm.SIDE * MnistForm.SIDE];
        for (int y = 0; y < digit.height; y++) {
            for (int x = 0; x < digit.width; x++) {
                pixels[(top + y) * MnistForm.SIDE + left + x] = (byte) Math.min(255, Math.round(gain * digit.at(x, y)));
            }
        }
        return GrayImage.of(MnistForm.SIDE, MnistForm.SIDE, pixels);
    }

    private static int offset(double centreOfMass, int length) {
        long wanted = Math.round(MnistForm.CENTRE - centreOfMass);
        return (int) Math.max(0, Math.min(MnistForm.SIDE - length, wanted));
    }
}
