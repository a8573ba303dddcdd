package lenet.image;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Digit pictures in rows of {@code columns}, each magnified three times above its caption, under an optional title (may
 * be empty). Ink is drawn dark on white. All tiles are as large as the largest picture and the longest caption need.
 * Fewer than one column is an {@link IllegalArgumentException}.
 */
public record DigitGrid(String title, List<DigitTile> tiles, int columns) {

    private static final String NOTHING = "no pictures to show";
    private static final int SCALE = 3;
    private static final int MARGIN = 16;
    private static final int GAP = 10;
    private static final int FRAME = 2;
    private static final Font TITLE = Typeface.bold(16);
    private static final Font CAPTION = Typeface.plain(12);

    public DigitGrid {
        if (columns < 1) {
            throw new IllegalArgumentException("a grid needs at least one column, not " + columns);
        }
        tiles = List.copyOf(tiles);
    }

    /** The grid as an 8-bit RGB PNG; without tiles it says that there are none. */
    public byte[] toPng() {
        return Pen.draw(this::png);
    }

    private byte[] png() {
        Layout layout = measured();
        BufferedImage image = new BufferedImage(layout.width(), layout.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = graphics(image);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, layout.width(), layout.height());
        graphics.setColor(Palette.TEXT);
        graphics.setFont(TITLE);
        graphics.drawString(title, MARGIN, MARGIN + graphics.getFontMetrics().getAscent());
        graphics.setFont(CAPTION);
        if (tiles.isEmpty()) {
            graphics.drawString(
                    NOTHING, MARGIN, layout.top() + graphics.getFontMetrics().getAscent());
        }
        for (int i = 0; i < tiles.size(); i++) {
            int x = MARGIN + i % columns * (layout.tileWidth() + GAP);
            int y = layout.top() + i / columns * (layout.tileHeight() + GAP);
            draw(tiles.get(i), x, y, layout, graphics);
        }
        graphics.dispose();
        return Png.encode(image);
    }

    private static void draw(DigitTile tile, int x, int y, Layout layout, Graphics2D graphics) {
        GrayImage picture = tile.picture();
        int width = picture.width() * SCALE;
        int height = picture.height() * SCALE;
        int left = x + (layout.tileWidth() - width) / 2;
        int top = y + FRAME + (layout.pictureHeight() - height) / 2;
        graphics.setColor(frameColour(tile.mark()));
        graphics.fillRect(left - FRAME, top - FRAME, width + 2 * FRAME, height + 2 * FRAME);
        graphics.drawImage(inkOnWhite(picture), left, top, width, height, null);
        graphics.setColor(tile.mark() == DigitTile.Mark.NONE ? Palette.TEXT : frameColour(tile.mark()));
        FontMetrics font = graphics.getFontMetrics();
        int baseline = y + 2 * FRAME + layout.pictureHeight() + font.getAscent() + 2;
        for (String line : tile.caption()) {
            graphics.drawString(line, x + (layout.tileWidth() - font.stringWidth(line)) / 2, baseline);
            baseline += font.getHeight();
        }
    }

    private static BufferedImage inkOnWhite(GrayImage picture) {
        byte[] pixels = picture.pixels();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (255 - (pixels[i] & 0xff));
        }
        BufferedImage drawn = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < pixels.length; i++) {
            int grey = pixels[i] & 0xff;
            drawn.setRGB(i % picture.width(), i / picture.width(), grey << 16 | grey << 8 | grey);
        }
        return drawn;
    }

    private static Color frameColour(DigitTile.Mark mark) {
        return switch (mark) {
            case NONE -> Palette.GRID;
            case RIGHT -> Palette.BLUE;
            case WRONG -> Palette.VERMILION;
        };
    }

    private Layout measured() {
        Graphics2D graphics = graphics(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB));
        FontMetrics titleFont = graphics.getFontMetrics(TITLE);
        FontMetrics captionFont = graphics.getFontMetrics(CAPTION);
        graphics.dispose();
        int pictureWidth =
                tiles.stream().mapToInt(tile -> tile.picture().width()).max().orElse(0);
        int pictureHeight =
                tiles.stream().mapToInt(tile -> tile.picture().height()).max().orElse(0);
        int lines = tiles.stream().mapToInt(tile -> tile.caption().size()).max().orElse(0);
        int captionWidth = tiles.stream()
                .flatMap(tile -> tile.caption().stream())
                .mapToInt(captionFont::stringWidth)
                .max()
                .orElse(0);
        int tileWidth = Math.max(pictureWidth * SCALE + 2 * FRAME, captionWidth);
        int tileHeight = pictureHeight * SCALE + 2 * FRAME + 4 + lines * captionFont.getHeight();
        int shownColumns = Math.max(1, Math.min(columns, tiles.size()));
        int rows = Plane.ceilDivide(tiles.size(), columns);
        int top = MARGIN + (title.isEmpty() ? 0 : titleFont.getHeight() + GAP);
        int content = tiles.isEmpty() ? captionFont.stringWidth(NOTHING) : shownColumns * (tileWidth + GAP) - GAP;
        int contentHeight = tiles.isEmpty() ? captionFont.getHeight() : rows * (tileHeight + GAP) - GAP;
        return new Layout(
                2 * MARGIN + Math.max(content, titleFont.stringWidth(title)),
                top + contentHeight + MARGIN,
                top,
                tileWidth,
                tileHeight,
                pictureHeight * SCALE);
    }

    private static Graphics2D graphics(BufferedImage image) {
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        return graphics;
    }

    /** Measures in pixels; {@code top} is where the first row of tiles begins. */
    private record Layout(int width, int height, int top, int tileWidth, int tileHeight, int pictureHeight) {}
}
