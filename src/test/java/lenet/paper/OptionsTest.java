package lenet.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void withoutOptionsEverythingGoesIntoTheDocs() {
        Options all = Options.of(name -> "");

        assertThat(all.rows()).isEqualTo(Row.ALL);
        assertThat(all.seeds()).isEqualTo(5);
        assertThat(all.docs()).isEqualTo(Path.of("docs"));
    }

    @Test
    void aTryOutDoesNotOverwriteThePage() {
        Options some = Options.of(Map.of("paper.rows", "lenet1, lenet4", "paper.seeds", "2")::get);

        assertThat(some.rows()).extracting(Row::name).containsExactly("lenet1", "lenet4");
        assertThat(some.docs()).isEqualTo(Path.of("target/paper/docs"));
    }
}
