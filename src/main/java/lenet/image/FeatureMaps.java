package lenet.image;

import java.util.Arrays;
import java.util.List;

/**
 * What one layer of a network gives for one picture, to be drawn.
 *
 * @param name the layer's
 * @param maps how many maps of {@code height × width} values; single units are maps of 1×1
 * @param values {@code [map][row][column]}, row-major
 * @param labels what stands below each map; none may be given
 * @param ink whether the maps are pictures, dark ink on white, and not values of both signs
 */
@SuppressWarnings("ArrayRecordComponent") // Made for one drawing; never compared.
public record FeatureMaps(
        String name, int maps, int height, int width, double[] values, List<String> labels, boolean ink) {

    public FeatureMaps {
        if (maps < 1 || height < 1 || width < 1 || values.length != maps * height * width) {
            throw new IllegalArgumentException(
                    "%s: %d maps of %d×%d, found %,d values".formatted(name, maps, height, width, values.length));
        }
        if (!labels.isEmpty() && labels.size() != maps) {
            throw new IllegalArgumentException("%s: %d maps, found %d labels".formatted(name, maps, labels.size()));
        }
        labels = List.copyOf(labels);
    }

    double value(int map, int row, int column) {
        return values[(map * height + row) * width + column];
    }

    double smallest() {
        return Arrays.stream(values).min().orElseThrow();
    }

    double largest() {
        return Arrays.stream(values).max().orElseThrow();
    }
}
