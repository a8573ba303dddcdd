package lenet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A start that cannot succeed says what is wrong and what to do, without a stack trace. */
@Tag("one-jdk")
@ExtendWith(OutputCaptureExtension.class)
class RefusedStartTest {

    private static final String ANY_PORT = "--server.port=0";
    private static final String MEMORY = "--spring.datasource.url=jdbc:h2:mem:refused";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    lenet.training.concurrent-jobs=0       | must be greater than or equal to 1, found 0
                    lenet.training.queue-capacity=-5       | must be greater than or equal to 1, found -5
                    lenet.training.checkpoint-interval=-1s | must be longer than nothing, found PT-1S
                    lenet.node.name=the-long-name-of-a-node-that-has-51-characters-12345 | size must be between 0 and 50
                    lenet.http.body-bytes-in-flight=1MB | must lie between 16 MB
                    lenet.training.concurent-jobs=2        | no setting of this name: lenet.training.concurent-jobs
                    lenet.trainings.queue-capacity=2       | no setting of this name: lenet.trainings.queue-capacity
                    """)
    void aSettingThatIsWrongIsNamedWithWhatIsRight(String setting, String complaint, CapturedOutput output) {
        refuses(output, ANY_PORT, MEMORY, "--" + setting);

        assertThat(output).contains(complaint).contains(setting.replaceFirst("=.*", ""));
    }

    @Test
    void aDatabaseFileThatAnotherProcessHasOpenIsLeftToIt(@TempDir Path folder, CapturedOutput output)
            throws IOException {
        Path file = folder.resolve("lenet.mv.db");
        try (FileChannel other =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            other.lock();

            refuses(output, ANY_PORT, "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("lenet"));
        }

        assertThat(output).contains("is in use by another process").contains("spring.datasource.url");
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsNamed(CapturedOutput output) {
        refuses(output, ANY_PORT, "--spring.datasource.url=jdbc:postgresql://localhost:1/lenet?password=secret");

        assertThat(output)
                .contains("The database jdbc:postgresql://localhost:1/lenet cannot be opened: ")
                .doesNotContain("secret");
    }

    @Test
    void aPortThatIsTakenIsNamed(CapturedOutput output) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            refuses(output, MEMORY, "--server.port=" + taken.getLocalPort());

            assertThat(output).contains("Port " + taken.getLocalPort() + " was already in use");
        }
    }

    private static void refuses(CapturedOutput output, String... settings) {
        assertThatThrownBy(() -> LenetApplication.start(settings).close()).isInstanceOf(Exception.class);

        assertThat(output).contains("Description:", "Action:").doesNotContainPattern("\\R\\s+at [a-z]");
    }
}
