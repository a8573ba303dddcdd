package lenet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTypeTest {

    @Test
    void theTableInTheDocumentsListsEveryProblem() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("docs/problems.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();

        assertThat(rows)
                .containsExactlyElementsOf(Arrays.stream(ProblemType.values())
                        .map(type -> "| `%s` | %s | %s | %s |"
                                .formatted(type.slug(), type.status().value(), type.title(), type.explanation()))
                        .toList());
    }
}
