package lenet.image;

import java.awt.image.Raster;
import lenet.image.JpegFile.AdobeColour;

/** The luminance of four-component JPEGs, which ImageIO hands out only as raw samples. */
final class InkColours {

    private InkColours() {}

    static GrayImage luminance(Raster raster, AdobeColour colour) {
        int width = raster.getWidth();
        int height = raster.getHeight();
        byte[] pixels = new byte[width * height];
        int[] row = new int[4 * width];
        for (int y = 0; y < height; y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int x = 0; x < width; x++) {
                int paper = paperBrightness(colour, row, 4 * x);
                // Adobe stores how little of each ink there is
                int black = colour == AdobeColour.UNMARKED ? 255 - row[4 * x + 3] : row[4 * x + 3];
                pixels[y * width + x] = (byte) ((paper * black + 127) / 255);
            }
        }
        return GrayImage.of(width, height, pixels);
    }

    private static int paperBrightness(AdobeColour colour, int[] samples, int at) {
        return switch (colour) {
            case YCCK -> 255 - samples[at];
            case CMYK -> Luminance.ofRgb(samples[at], samples[at + 1], samples[at + 2]);
            case UNMARKED -> Luminance.ofRgb(255 - samples[at], 255 - samples[at + 1], 255 - samples[at + 2]);
        };
    }
}
