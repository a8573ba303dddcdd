package lenet.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TypefaceTest {

    @Test
    void figuresAreLetteredOnAMachineWithoutFonts(@TempDir Path folder) throws IOException, InterruptedException {
        Path noFonts = Files.writeString(folder.resolve("fonts.conf"), "<fontconfig/>");
        Path grid = folder.resolve("grid.png");
        Path log = folder.resolve("log");
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // Java keeps what it once found there.
                "-Duser.home=" + folder,
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                EmptyGrid.class.getName(),
                grid.toString());
        java.environment().put("FONTCONFIG_FILE", noFonts.toString());

        int exitCode = java.redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();

        assertThat(exitCode).as(Files.readString(log)).isZero();
        assertThat(log).content().contains("figures are lettered in Liberation Sans");
        GrayImage picture = new ImageDecoder().decode(Files.readAllBytes(grid));
        assertThat(picture.pixels()).as("text on white").contains(255 - 204).contains(255);
    }

    static final class EmptyGrid {

        public static void main(String[] arguments) throws IOException {
            Files.write(Path.of(arguments[0]), new DigitGrid("Errors", List.of(), 5).toPng());
        }
    }
}
