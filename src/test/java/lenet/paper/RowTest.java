package lenet.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RowTest {

    @Test
    void aRequestIsTheRowsWithASeed() {
        assertThat(Row.ACCURATE.body(3, null).toString())
                .isEqualTo("{\"recipe\":\"accurate\",\"name\":\"accurate, seed 3\",\"promote\":\"never\",\"seed\":3}");
    }

    @Test
    void aShortenedRequestWarmsUpForLessThanItsEpochs() {
        assertThat(Row.ACCURATE.body(1, 1).toString()).endsWith("\"epochs\":1,\"warmUpEpochs\":0.5}");
    }

    @Test
    void anEnsemblesSeedIsOneOfItsRecipe() {
        assertThat(Row.named("boosted-lenet4").body(2, null).toString())
                .contains("\"architecture\":\"boosted-lenet4\",\"epochs\":10,\"seed\":2}");
    }

    @Test
    void aPupilsSeedIsItsOwn() {
        assertThat(Row.TAUGHT.body(4, null).toString())
                .contains("\"epochs\":450,")
                .endsWith("\"name\":\"taught, seed 4\",\"promote\":\"never\",\"seed\":4}");
    }

    @Test
    void aNameOfNoRowIsRefusedWithAllThatThereAre() {
        assertThatThrownBy(() -> Row.named("lenet9"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lenet1, boosted-lenet4")
                .hasMessageContaining("found lenet9");
    }
}
