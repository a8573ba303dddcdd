package lenet.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelReferenceTest {

    @Test
    void aNumberIsAVersion() {
        assertThat(ModelReference.valueOf("12")).isEqualTo(new ModelReference(12L, null));
    }

    @Test
    void aWordIsAnAlias() {
        assertThat(ModelReference.valueOf("blue-green-2")).isEqualTo(new ModelReference(null, "blue-green-2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "-1",
                "+1",
                "1.0",
                "007",
                "99999999999999999999",
                "Live",
                "a_b",
                "a b",
                "../live",
                "٣",
                "aliases",
                "compare",
                "a234567890123456789012345678901234567890123456789012345678901234"
            })
    void anythingElseIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelReference.valueOf(text))
                .withMessageContaining("a version such as 12, or an alias");
    }
}
