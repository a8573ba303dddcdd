package lenet.image;

/**
 * The maps of one layer in a {@link NetworkPlot}.
 *
 * @param operation what made them of the stage before, in few words; empty for the input
 * @param window side of the square, in each map of the stage before, that one of these values sees; 0 for all of it
 */
public record NetworkStage(String name, String operation, int window, int maps, int height, int width) {

    public NetworkStage {
        if (maps < 1 || height < 1 || width < 1 || window < 0) {
            throw new IllegalArgumentException("%s: %d maps of %d×%d that see %d×%d cannot be drawn"
                    .formatted(name, maps, height, width, window, window));
        }
    }

    /** Whether these are single units and no pictures. */
    boolean isUnits() {
        return height == 1 && width == 1;
    }

    String shape() {
        return isUnits()
                ? "%d %s".formatted(maps, maps == 1 ? "unit" : "units")
                : "%d@%d×%d".formatted(maps, height, width);
    }
}
