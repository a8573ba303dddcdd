package lenet.image;

import java.util.Arrays;

/**
 * What a picture would show without its ink, and on which side of that the ink lies. Flat paper is one value, taken
 * from the border; unevenly lit paper is a coarse grid of values: a smooth surface of
 * light, and what remains of the picture above it once the strokes have been closed over.
 */
final class Paper {

    private static final int CELLS = 64;
    private static final double FLAT_TOLERANCE = 0.15;
    private static final double FLAT_SHARE = 0.7;
    private static final double WIDEST_STROKE = 0.4;

    private final Plane cells;
    private final int cellSize;
    private final boolean light;

    private Paper(Plane cells, int cellSize, boolean light) {
        this.cells = cells;
        this.cellSize = cellSize;
        this.light = light;
    }

    static Paper under(Plane picture) {
        int cellSize = Plane.ceilDivide(Math.max(picture.width, picture.height), CELLS);
        Plane cells = picture.shrunk(cellSize);
        float[] border = border(cells);
        float level = median(border);
        if (isFlat(border, level, cells)) {
            Plane flat = new Plane(1, 1);
            flat.values[0] = level;
            return new Paper(flat, Math.max(picture.width, picture.height), level >= mean(cells));
        }
        Plane unshaded = LightingSurface.removedFrom(cells);
        boolean light = median(border(unshaded)) >= mean(unshaded);
        int window = (int) Math.ceil(WIDEST_STROKE * Math.max(cells.width, cells.height));
        Plane paper = closed(unshaded, window, light);
        for (int i = 0; i < paper.values.length; i++) {
            float lighting = cells.values[i] - unshaded.values[i];
            paper.values[i] += lighting;
        }
        return new Paper(paper, cellSize, light);
    }

    /** How far each pixel is from the paper towards the ink. */
    Plane inkOn(Plane picture) {
        Plane ink = new Plane(picture.width, picture.height);
        float sign = light ? -1 : 1;
        for (int y = 0; y < picture.height; y++) {
            for (int x = 0; x < picture.width; x++) {
                int at = y * picture.width + x;
                ink.values[at] = sign * (picture.values[at] - at(x, y));
            }
        }
        return ink;
    }

    private float at(int x, int y) {
        if (cells.values.length == 1) {
            return cells.values[0];
        }
        float column = Math.max(0, Math.min(cells.width - 1, (x + 0.5f) / cellSize - 0.5f));
        float row = Math.max(0, Math.min(cells.height - 1, (y + 0.5f) / cellSize - 0.5f));
        int left = (int) column;
        int top = (int) row;
        int right = Math.min(cells.width - 1, left + 1);
        int bottom = Math.min(cells.height - 1, top + 1);
        float upper = cells.at(left, top) + (column - left) * (cells.at(right, top) - cells.at(left, top));
        float lower = cells.at(left, bottom) + (column - left) * (cells.at(right, bottom) - cells.at(left, bottom));
        return upper + (row - top) * (lower - upper);
    }

    private static boolean isFlat(float[] border, float level, Plane cells) {
        float[] sorted = cells.values.clone();
        Arrays.sort(sorted);
        float range = sorted[sorted.length - 1] - sorted[0];
        int near = 0;
        for (float value : border) {
            if (Math.abs(value - level) <= FLAT_TOLERANCE * range) {
                near++;
            }
        }
        return near >= FLAT_SHARE * border.length;
    }

    private static float[] border(Plane cells) {
        int thickness = Math.max(1, Math.min(cells.width, cells.height) / 20);
        float[] border = new float[cells.values.length];
        int count = 0;
        for (int y = 0; y < cells.height; y++) {
            for (int x = 0; x < cells.width; x++) {
                boolean inside =
                        x >= thickness && x < cells.width - thickness && y >= thickness && y < cells.height - thickness;
                if (!inside) {
                    border[count++] = cells.at(x, y);
                }
            }
        }
        return Arrays.copyOf(border, count);
    }

    /** Morphological closing of dark strokes on light paper, or opening of light strokes on dark. */
    private static Plane closed(Plane cells, int window, boolean light) {
        return extreme(extreme(cells, window, light), window, !light);
    }

    private static Plane extreme(Plane cells, int window, boolean greatest) {
        Plane rows = new Plane(cells.width, cells.height);
        Plane both = new Plane(cells.width, cells.height);
        for (int y = 0; y < cells.height; y++) {
            slide(cells.values, y * cells.width, 1, cells.width, window / 2, greatest, rows.values);
        }
        for (int x = 0; x < cells.width; x++) {
            slide(rows.values, x, cells.width, cells.height, window / 2, greatest, both.values);
        }
        return both;
    }

    private static void slide(
            float[] from, int start, int step, int length, int radius, boolean greatest, float[] into) {
        for (int i = 0; i < length; i++) {
            float found = from[start + i * step];
            for (int j = Math.max(0, i - radius); j <= Math.min(length - 1, i + radius); j++) {
                float value = from[start + j * step];
                found = greatest ? Math.max(found, value) : Math.min(found, value);
            }
            into[start + i * step] = found;
        }
    }

    private static float median(float[] values) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double mean(Plane plane) {
        double sum = 0;
        for (float value : plane.values) {
            sum += value;
        }
        return sum / plane.values.length;
    }
}
