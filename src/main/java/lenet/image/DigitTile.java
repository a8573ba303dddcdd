package lenet.image;

import java.util.List;

/** One picture of a {@link DigitGrid} with the lines written below it and how it is marked. */
public record DigitTile(GrayImage picture, List<String> caption, Mark mark) {

    /** What the frame of a tile says. */
    public enum Mark {
        /** A plain grey frame. */
        NONE,
        /** A blue frame. */
        RIGHT,
        /** A vermilion frame. */
        WRONG
    }

    public DigitTile {
        caption = List.copyOf(caption);
    }

    /** An unmarked tile. */
    public DigitTile(GrayImage picture, String... caption) {
        this(picture, List.of(caption), Mark.NONE);
    }
}
