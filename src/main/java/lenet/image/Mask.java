package lenet.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The pixels of a plane that belong to the strokes. */
final class Mask {

    private static final double SPECK_SHARE = 0.04;

    final int width;
    final int height;
    final boolean[] inside;

    private Mask(int width, int height) {
        this.width = width;
        this.height = height;
        this.inside = new boolean[width * height];
    }

    static Mask above(Plane plane, float threshold) {
        Mask mask = new Mask(plane.width, plane.height);
        for (int i = 0; i < mask.inside.length; i++) {
            mask.inside[i] = plane.values[i] > threshold;
        }
        return mask;
    }

    /** Removes the parts that are much smaller than the largest, and says what remains, largest first. */
    List<Part> withoutSpecks() {
        List<Part> parts = parts();
        parts.sort((a, b) -> Integer.compare(b.pixels.length, a.pixels.length));
        List<Part> kept = new ArrayList<>();
        for (Part part : parts) {
            if (part.pixels.length >= SPECK_SHARE * parts.get(0).pixels.length) {
                kept.add(part);
            } else {
                for (int pixel : part.pixels) {
                    inside[pixel] = false;
                }
            }
        }
        return kept;
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        boolean[] unseen = inside.clone();
        int[] queue = new int[inside.length];
        for (int start = 0; start < unseen.length; start++) {
            if (unseen[start]) {
                parts.add(partFrom(start, unseen, queue));
            }
        }
        return parts;
    }

    private Part partFrom(int start, boolean[] unseen, int[] queue) {
        int count = 0;
        queue[count++] = start;
        unseen[start] = false;
        int left = width;
        int right = 0;
        int top = height;
        int bottom = 0;
        for (int next = 0; next < count; next++) {
            int x = queue[next] % width;
            int y = queue[next] / width;
            left = Math.min(left, x);
            right = Math.max(right, x);
            top = Math.min(top, y);
            bottom = Math.max(bottom, y);
            for (int ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
                for (int nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
                    int neighbour = ny * width + nx;
                    if (unseen[neighbour]) {
                        unseen[neighbour] = false;
                        queue[count++] = neighbour;
                    }
                }
            }
        }
        return new Part(Arrays.copyOf(queue, count), new Box(left, top, right - left + 1, bottom - top + 1));
    }

    /** The mean width of the strokes in pixels: a stroke's outline is about twice as long as the stroke. */
    double strokeWidth() {
        int area = 0;
        int edges = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (isInside(x, y)) {
                    area++;
                    edges += (isInside(x - 1, y) ? 0 : 1)
                            + (isInside(x + 1, y) ? 0 : 1)
                            + (isInside(x, y - 1) ? 0 : 1)
                            + (isInside(x, y + 1) ? 0 : 1);
                }
            }
        }
        // the edges of pixels along a line of random direction are 4/π times as long as the line
        return area == 0 ? 0 : 2.0 * area / (edges * Math.PI / 4);
    }

    boolean isInside(int x, int y) {
        return x >= 0 && x < width && y >= 0 && y < height && inside[y * width + x];
    }

    boolean touches(int x, int y) {
        for (int ny = y - 1; ny <= y + 1; ny++) {
            for (int nx = x - 1; nx <= x + 1; nx++) {
                if (isInside(nx, ny)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Pixels that hang together, corners included. */
    static final class Part {
        private final int[] pixels;
        private final Box box;

        private Part(int[] pixels, Box box) {
            this.pixels = pixels;
            this.box = box;
        }

        Box box() {
            return box;
        }
    }
}
