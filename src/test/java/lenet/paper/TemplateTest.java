package lenet.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {

    @Test
    void everyPlaceIsFilledInAsItStands() {
        assertThat(new Template("a {{b}} and {{c-1}}").filledIn(Map.of("b", "$1\\", "c-1", "{{b}}")))
                .isEqualTo("a $1\\ and {{b}}");
    }

    @Test
    void aPlaceWithoutAValueIsRefused() {
        assertThatThrownBy(() -> new Template("{{table}}").filledIn(Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("{{table}}");
    }
}
