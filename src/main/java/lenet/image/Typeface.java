package lenet.image;

import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The typeface of every figure: the machine's own sans serif. A machine without fonts, such as a container with a JDK alone,
 * where Java can measure no text at all, is given the Liberation Sans that the service brings along.
 */
public final class Typeface {

    private static final Logger log = LoggerFactory.getLogger(Typeface.class);

    /** Read by Java when it first looks for fonts, and again when it found none. */
    private static final String CONFIGURATION = "sun.awt.fontconfig";

    private static final List<String> LOGICAL_NAMES =
            List.of("sansserif", "dialog", "dialoginput", "serif", "monospaced");

    static {
        try {
            measureText();
        } catch (RuntimeException | InternalError e) {
            bringFonts();
            log.info("This machine has no fonts ({}): figures are lettered in Liberation Sans.", e.getMessage());
        }
    }

    private Typeface() {}

    /**
     * The regular face.
     *
     * @param size in points
     */
    public static Font plain(int size) {
        return new Font(Font.SANS_SERIF, Font.PLAIN, size);
    }

    /**
     * The bold face.
     *
     * @param size in points
     */
    public static Font bold(int size) {
        return new Font(Font.SANS_SERIF, Font.BOLD, size);
    }

    /** Makes Java look for fonts. */
    private static void measureText() {
        new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY).createGraphics().getFontMetrics(plain(12));
    }

    private static void bringFonts() {
        try {
            Path folder = Files.createTempDirectory("lenet-fonts");
            folder.toFile().deleteOnExit();
            StringBuilder properties = new StringBuilder("version=1\nsequence.allfonts=latin-1\n");
            for (String name : LOGICAL_NAMES) {
                properties.append(name).append(".plain.latin-1=Liberation Sans\n");
                properties.append(name).append(".bold.latin-1=Liberation Sans Bold\n");
            }
            properties.append("filename.Liberation_Sans=").append(unpacked("LiberationSans-Regular.ttf", folder));
            properties.append("\nfilename.Liberation_Sans_Bold=").append(unpacked("LiberationSans-Bold.ttf", folder));
            Path configuration = folder.resolve("fontconfig.properties");
            Files.writeString(configuration, properties.append('\n'));
            configuration.toFile().deleteOnExit();
            System.setProperty(CONFIGURATION, configuration.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("The fonts of the figures cannot be unpacked", e);
        }
    }

    private static Path unpacked(String font, Path folder) throws IOException {
        Path file = folder.resolve(font);
        try (InputStream bytes =
                Objects.requireNonNull(Typeface.class.getResourceAsStream("/liberation/" + font), font)) {
            Files.copy(bytes, file);
        }
        file.toFile().deleteOnExit();
        return file;
    }
}
