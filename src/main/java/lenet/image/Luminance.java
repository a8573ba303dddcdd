package lenet.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.Raster;

/** The luminance (Rec. 601, of the encoded samples) of a decoded picture, with its transparency resolved. */
final class Luminance {

    private Luminance() {}

    static GrayImage of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        byte[] luminance = new byte[width * height];
        byte[] alpha = new byte[image.getColorModel().hasAlpha() ? width * height : 0];
        if (hasPlainSamples(image)) {
            readSamples(image, luminance, alpha);
        } else {
            readColours(image, luminance, alpha);
        }
        if (alpha.length > 0) {
            Backdrop.layUnder(luminance, alpha);
        }
        return GrayImage.of(width, height, luminance);
    }

    /** The weights add up to one exactly, so a grey colour keeps its value. */
    static int ofRgb(int red, int green, int blue) {
        return (19595 * red + 38470 * green + 7471 * blue + 32768) >> 16;
    }

    private static boolean hasPlainSamples(BufferedImage image) {
        ColorModel colours = image.getColorModel();
        int space = colours.getColorSpace().getType();
        int bits = colours.getComponentSize(0);
        return colours instanceof ComponentColorModel
                && (space == ColorSpace.TYPE_GRAY || space == ColorSpace.TYPE_RGB)
                && (bits == 8 || bits == 16)
                && !colours.isAlphaPremultiplied();
    }

    /** Reads the samples as stored: Java's grey colour space is linear, and converting from it would change them. */
    private static void readSamples(BufferedImage image, byte[] luminance, byte[] alpha) {
        Raster raster = image.getRaster();
        int width = image.getWidth();
        int bands = raster.getNumBands();
        boolean grey = bands < 3;
        boolean wide = image.getColorModel().getComponentSize(0) == 16;
        int[] row = new int[width * bands];
        for (int y = 0; y < image.getHeight(); y++) {
            raster.getPixels(0, y, width, 1, row);
            if (wide) {
                narrow(row);
            }
            for (int x = 0; x < width; x++) {
                int at = x * bands;
                luminance[y * width + x] = (byte) (grey ? row[at] : ofRgb(row[at], row[at + 1], row[at + 2]));
                if (alpha.length > 0) {
                    alpha[y * width + x] = (byte) row[at + bands - 1];
                }
            }
        }
    }

    private static void narrow(int[] samples) {
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (samples[i] + 128) / 257;
        }
    }

    private static void readColours(BufferedImage image, byte[] luminance, byte[] alpha) {
        int width = image.getWidth();
        int[] row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                int argb = row[x];
                luminance[y * width + x] = (byte) ofRgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff);
                if (alpha.length > 0) {
                    alpha[y * width + x] = (byte) (argb >>> 24);
                }
            }
        }
    }
}
