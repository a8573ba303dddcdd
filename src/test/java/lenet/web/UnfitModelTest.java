package lenet.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Models that compute something else on the day they are to answer than on the day they were registered. */
class UnfitModelTest extends ModelContract {

    private long version;

    @BeforeEach
    void registerAndBreak() {
        version = register(1);
        computeOtherwise(true);
    }

    @AfterEach
    void mend() {
        computeOtherwise(false);
    }

    @Test
    void anUnfitModelDoesNotGoLive() {
        Answer refused = set("live", "{\"version\": %d}".formatted(version));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("type").asString()).isEqualTo("/problems/unfit-model");
        assertThat(aliases.liveVersion()).contains(before);
    }

    @Test
    void anUnfitModelIsNotPromoted() {
        assertThat(aliases.promote(version, "a test").promoted()).isFalse();
        assertThat(aliases.liveVersion()).contains(before);
    }

    @Test
    void anUnfitModelAnswersNobodyWhoNamesIt() {
        assertThat(post(CLASSIFICATIONS + "?model=" + version, "image/png", png(0))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void theLiveModelGoesOnAnswering() {
        set("live", "{\"version\": %d}".formatted(version));
        computeOtherwise(false);

        Answer answer = post(CLASSIFICATIONS, "image/png", png(0));

        assertThat(answer.json().get("modelVersion").longValue()).isEqualTo(before);
    }

    @Test
    void onceItComputesAgainItGoesLive() {
        set("live", "{\"version\": %d}".formatted(version));
        computeOtherwise(false);

        assertThat(set("live", "{\"version\": %d}".formatted(version)).status()).isEqualTo(200);
        assertThat(post(CLASSIFICATIONS, "image/png", png(0))
                        .json()
                        .get("modelVersion")
                        .longValue())
                .isEqualTo(version);
    }

    private void computeOtherwise(boolean otherwise) {
        ((GatedEngine) engines.preferred()).computeOtherwise(otherwise);
    }
}
