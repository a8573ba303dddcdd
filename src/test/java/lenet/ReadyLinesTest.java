package lenet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

/** The log of a start in full, as a newcomer reads it. */
@ExtendWith(OutputCaptureExtension.class)
class ReadyLinesTest {

    @Test
    void theLastLinesOfAStartAreAddressesThatCanBeOpenedAndNothingBeforeThemIsAWarning(CapturedOutput output) {
        try (var service = LenetApplication.start(
                "--server.port=0",
                "--server.servlet.context-path=/digits",
                "--spring.datasource.url=jdbc:h2:mem:ready")) {
            int port = ((WebServerApplicationContext) service).getWebServer().getPort();
            List<String> lines = output.toString().lines().toList();

            assertThat(lines.subList(lines.size() - 3, lines.size()))
                    .zipSatisfy(
                            List.of(
                                    "The page is at http://localhost:%d/digits/",
                                    "Swagger UI is at http://localhost:%d/digits/swagger-ui.html",
                                    "The health is at http://localhost:%d/digits/actuator/health"),
                            (line, said) -> assertThat(line).endsWith(said.formatted(port)));
            assertThat(lines).noneMatch(line -> line.contains(" WARN ") || line.contains(" ERROR "));
        }
    }
}
