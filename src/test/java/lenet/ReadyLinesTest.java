package lenet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The log of a start in full, as a newcomer reads it. */
@ExtendWith(OutputCaptureExtension.class)
class ReadyLinesTest {

    @Test
    void theLastLinesOfAStartAreAddressesThatCanBeOpenedAndNothingBeforeThemIsAWarning(CapturedOutput output) {
        try (var service = LenetApplication.start(
                "--server.port=0",
                "--server.servlet.context-path=/digits",
                "--spring.datasource.url=jdbc:h2:mem:ready")) {
            String port = service.getEnvironment().getRequiredProperty("local.server.port");
            List<String> lines = output.toString().lines().toList();

            assertThat(lines.subList(lines.size() - 3, lines.size()))
                    .zipSatisfy(
                            List.of(
                                    "The page is at http://localhost:%s/digits/",
                                    "Swagger UI is at http://localhost:%s/digits/swagger-ui.html",
                                    "The health is at http://localhost:%s/digits/actuator/health"),
                            (line, said) -> assertThat(line).endsWith(said.formatted(port)));
            assertThat(lines).noneMatch(line -> line.contains(" WARN ") || line.contains(" ERROR "));
        }
    }
}
