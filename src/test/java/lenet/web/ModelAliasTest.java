package lenet.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ModelAliasTest extends ModelContract {

    @Test
    void aNewAliasPointsWhereItIsTold() {
        long version = register(1);

        Answer answer = set("candidate", "{\"version\": %d}".formatted(version));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(get(ALIASES + "/candidate").json().get("version").longValue())
                .isEqualTo(version);
        assertThat(get(ALIASES).text()).contains("\"candidate\"", "\"live\"");
    }

    @Test
    void liveMovesFromWhereItWasBelievedToBe() {
        long version = register(2);

        Answer answer = set("live", "{\"version\": %d, \"ifVersion\": %d}".formatted(version, before));

        assertThat(answer.json().get("version").longValue()).isEqualTo(version);
        assertThat(answering()).isEqualTo(version);
    }

    @Test
    void anAliasThatWasMovedMeanwhileStaysWhereItIs() {
        long version = register(3);

        Answer refused = set("live", "{\"version\": %d, \"ifVersion\": %d}".formatted(version, version));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("type").asString()).isEqualTo("/problems/alias-moved");
        assertThat(refused.json().get("found").longValue()).isEqualTo(before);
        assertThat(answering()).isEqualTo(before);
    }

    @Test
    void anAliasThatMustBeNewIsNotMoved() {
        long version = register(4);

        assertThat(set("fresh", "{\"version\": %d, \"ifVersion\": 0}".formatted(version))
                        .status())
                .isEqualTo(200);
        assertThat(set("fresh", "{\"version\": %d, \"ifVersion\": 0}".formatted(version))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aRollbackGoesToTheVersionBefore() {
        set("live", "{\"version\": %d}".formatted(register(5)));

        Answer answer = rollback("live", "");

        assertThat(answer.json().get("version").longValue()).isEqualTo(before);
        assertThat(answering()).isEqualTo(before);
    }

    @Test
    void aRollbackOfWhatWasMovedMeanwhileIsRefused() {
        long version = register(6);
        set("live", "{\"version\": %d}".formatted(version));

        assertThat(rollback("live", "{\"ifVersion\": %d}".formatted(before)).status())
                .isEqualTo(409);
        assertThat(answering()).isEqualTo(version);
    }

    @Test
    void anAliasWithoutAPastCannotBeRolledBack() {
        set("candidate", "{\"version\": %d}".formatted(register(7)));

        Answer refused = rollback("candidate", "");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("detail").asString()).isEqualTo("alias candidate has no earlier version");
    }

    @Test
    void aVersionThatWasDeletedCannotBeRolledBackTo() {
        long first = register(8);
        set("candidate", "{\"version\": %d}".formatted(first));
        set("candidate", "{\"version\": %d}".formatted(register(9)));
        delete(MODELS + "/" + first);

        assertThat(rollback("candidate", "").json().get("detail").asString())
                .isEqualTo("alias candidate was at version %d before, which has been deleted".formatted(first));
    }

    @Test
    void everyMoveIsRemembered() {
        long version = register(10);
        set("live", "{\"version\": %d}".formatted(version));
        rollback("live", "");

        JsonNode moves = get(ALIASES + "/live/history").json().get("moves");

        JsonNode forth = moves.get(moves.size() - 2);
        JsonNode back = moves.get(moves.size() - 1);
        assertThat(forth.get("from").longValue()).isEqualTo(before);
        assertThat(forth.get("to").longValue()).isEqualTo(version);
        assertThat(forth.get("reason").asString()).isEqualTo("asked for over HTTP");
        assertThat(back.get("to").longValue()).isEqualTo(before);
        assertThat(back.get("reason").asString()).isEqualTo("rolled back");
    }

    @Test
    void aMoveToWhereItIsIsNoMove() {
        int moves = get(ALIASES + "/live/history").json().get("moves").size();

        assertThat(set("live", "{\"version\": %d}".formatted(before)).status()).isEqualTo(200);
        assertThat(get(ALIASES + "/live/history").json().get("moves").size()).isEqualTo(moves);
    }

    @Test
    void aDeletedAliasIsGoneAndItsHistoryIsNot() {
        set("gone", "{\"version\": %d}".formatted(register(11)));

        assertThat(delete(ALIASES + "/gone").status()).isEqualTo(204);
        assertThat(get(ALIASES + "/gone").status()).isEqualTo(404);
        assertThat(get(ALIASES + "/gone/history").json().get("moves").size()).isEqualTo(2);
    }

    @Test
    void liveCannotBeDeleted() {
        assertThat(delete(ALIASES + "/live").status()).isEqualTo(409);
    }

    @Test
    void aVersionThatIsNotThereIsNotFound() {
        Answer refused = set("live", "{\"version\": 123456}");

        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.json().get("detail").asString())
                .isEqualTo("there is no model of version 123456, or no longer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Live", "1", "12a", "-a", "a_b", "%20", "a%2Fb", "aliases", "compare", "x%00"})
    void aNameThatNoAliasMayHaveIsRefused(String name) {
        assertThat(set(name, "{\"version\": 1}").status()).isIn(400, 404, 422);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                  | 422
            {"version": null}                   | 422
            {"version": 0}                      | 422
            {"version": -3}                     | 422
            {"version": 1.5}                    | 422
            {"version": "1"}                    | 422
            {"version": "live"}                 | 422
            {"version": 99999999999999999999}   | 422
            {"version": [1]}                    | 422
            {"version": 1, "ifVersion": -1}     | 422
            {"version": 1, "force": true}       | 422
            [1]                                 | 400
            1                                   | 400
            null                                | 400
            {"version": 1                       | 400
            """)
    void aBodyThatSaysNothingUsefulIsRefused(String body, int status) {
        Answer refused = set("live", body);

        assertThat(refused.status()).as(refused.text()).isEqualTo(status);
        assertThat(answering()).isEqualTo(before);
    }

    private long answering() {
        return post(CLASSIFICATIONS, "image/png", png(0))
                .json()
                .get("modelVersion")
                .longValue();
    }
}
