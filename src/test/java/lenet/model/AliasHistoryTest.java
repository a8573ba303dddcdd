package lenet.model;

import static lenet.model.AliasMove.Kind.DELETED;
import static lenet.model.AliasMove.Kind.ROLLBACK;
import static lenet.model.AliasMove.Kind.SET;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lenet.model.AliasMove.Kind;
import org.junit.jupiter.api.Test;

class AliasHistoryTest {

    private final List<AliasMove> moves = new ArrayList<>();

    @Test
    void aNewAliasHasNoVersionBefore() {
        moved(SET, 7);

        assertThat(history().versionBefore()).isEmpty();
    }

    @Test
    void theVersionBeforeIsTheOneItWasMovedFrom() {
        moved(SET, 7);
        moved(SET, 9);

        assertThat(history().versionBefore()).contains(7L);
    }

    @Test
    void aSecondRollbackGoesFurtherBack() {
        moved(SET, 5);
        moved(SET, 7);
        moved(SET, 9);
        moved(ROLLBACK, 7);

        assertThat(history().versionBefore()).contains(5L);
    }

    @Test
    void aMoveAfterARollbackLeadsBackToWhereTheRollbackLed() {
        moved(SET, 5);
        moved(SET, 7);
        moved(ROLLBACK, 5);
        moved(SET, 9);

        assertThat(history().versionBefore()).contains(5L);
    }

    @Test
    void allRolledBackThereIsNothingBefore() {
        moved(SET, 5);
        moved(SET, 7);
        moved(ROLLBACK, 5);

        assertThat(history().versionBefore()).isEmpty();
    }

    @Test
    void anAliasThatWasDeletedBeginsAnew() {
        moved(SET, 5);
        moved(SET, 7);
        moves.add(new AliasMove(3, DELETED, 7L, null, Instant.EPOCH, "a test"));
        moved(SET, 9);

        assertThat(history().versionBefore()).isEmpty();
    }

    /** Old moves are forgotten; the last rollback of those led to a version that no move of those that are left says. */
    @Test
    void aHistoryWhoseBeginningIsForgottenGoesOnFromWhereARollbackLed() {
        moved(ROLLBACK, 5);
        moved(SET, 7);

        assertThat(history().versionBefore()).contains(5L);
        assertThat(history().withinReach()).containsExactlyInAnyOrder(5L, 7L);
    }

    private void moved(Kind kind, long to) {
        Long from = moves.isEmpty() ? null : moves.get(moves.size() - 1).to();
        moves.add(new AliasMove(moves.size() + 1, kind, from, to, Instant.EPOCH, "a test"));
    }

    private AliasHistory history() {
        return new AliasHistory(moves);
    }
}
