package lenet.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import lenet.evaluation.EpochMetrics;
import lenet.training.JobState;
import lenet.training.NewTrainingJob;
import lenet.training.Promotion;
import lenet.training.TrainingJob;
import org.junit.jupiter.api.Test;
import org.springframework.dao.ConcurrencyFailureException;

/** How halving moves a sweep on, whatever happens meanwhile, the same on H2 and on PostgreSQL. */
abstract class HalvingContract extends SweepFixture {

    @Test
    void halvingTrainsTheWorseTrialsNoLongerThanTheirRung() {
        SweepReport report = ended(submit(Sweeps.of(9, QUICK, HALVING, Sweeps.rates(9))));

        assertThat(report.sweep().state()).isEqualTo(SweepState.COMPLETED);
        assertThat(report.trials()).extracting(RankedTrial::epochs).containsExactly(9, 3, 3, 1, 1, 1, 1, 1, 1);
        assertThat(report.trials())
                .extracting(trial -> job(trial).state())
                .startsWith(JobState.COMPLETED)
                .endsWith(JobState.CANCELLED);
    }

    @Test
    void aDroppedTrialSaysWhenAndAtWhichRank() {
        SweepReport report = ended(submit(Sweeps.of(9, QUICK, HALVING, Sweeps.rates(9))));

        assertThat(report.trials())
                .extracting(trial -> trial.trial().ended())
                .containsExactly(
                        null,
                        "dropped after 3 epochs at rank 2 of 3",
                        "dropped after 3 epochs at rank 3 of 3",
                        "dropped after 1 epoch at rank 4 of 9",
                        "dropped after 1 epoch at rank 5 of 9",
                        "dropped after 1 epoch at rank 6 of 9",
                        "dropped after 1 epoch at rank 7 of 9",
                        "dropped after 1 epoch at rank 8 of 9",
                        "dropped after 1 epoch at rank 9 of 9");
        assertThat(lastReason(report.trials().get(8))).isEqualTo("dropped after 1 epoch at rank 9 of 9");
    }

    @Test
    void theSurvivorsCurveIsThatOfAPlainJobBitForBit() {
        SweepReport report = ended(submit(Sweeps.of(9, QUICK, HALVING, Sweeps.rates(4))));
        TrainingJob winner = job(report.trials().get(0));

        TrainingJob plain = service.training().submit(new NewTrainingJob(null, null, winner.recipe(), Promotion.NEVER));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> service.training().find(plain.id()).state().isFinal());

        assertThat(epochs(winner.id())).hasSize(9).isEqualTo(epochs(plain.id()));
        assertThat(parameters(winner.id())).isEqualTo(parameters(plain.id()));
    }

    @Test
    void aTrialThatFailsRanksLastAndBlocksNothing() {
        SweepReport report = ended(submit(Sweeps.of(9, DIVERGES_AT_ONCE, HALVING, Sweeps.DIVERGING, 0.01, 0.02, 0.03)));

        assertThat(report.sweep().state()).isEqualTo(SweepState.COMPLETED);
        assertThat(report.trials().get(3).trial().number()).isEqualTo(1);
        assertThat(job(report.trials().get(3)).state()).isEqualTo(JobState.FAILED);
        assertThat(report.trials().get(0).epochs()).isEqualTo(9);
    }

    @Test
    void aSweepAllOfWhoseTrialsFailIsCompleted() {
        SweepReport report = ended(submit(Sweeps.of(9, DIVERGES_AT_ONCE, HALVING, Sweeps.DIVERGING, Sweeps.DIVERGING)));

        assertThat(report.counts()).containsOnlyKeys(JobState.FAILED);
    }

    @Test
    void aTrialCancelledByHandRanksLastAndBlocksNothing() {
        SweepReport before = service.sweeps().submit(Sweeps.of(9, SLOW, HALVING, 0.001, 0.002, 0.01), null);
        TrainingJob last = job(trial(before, 3));
        service.training().cancel(last.id());

        SweepReport report = ended(before.sweep().id());

        assertThat(report.trials().get(2).trial().number()).isEqualTo(3);
        assertThat(report.trials().get(2).trial().ended()).isNull();
        assertThat(report.trials().get(0).epochs()).isEqualTo(9);
    }

    @Test
    void aTrialResumedByHandTrainsOnAndIsComparedByItsRung() {
        SweepReport before = service.sweeps().submit(Sweeps.of(9, SLOW, HALVING, 0.0001, 0.002, 0.003), null);
        UUID first = job(trial(before, 1)).id();
        await().pollInterval(Duration.ofMillis(2))
                .until(() -> service.training().find(first).state() == JobState.PAUSED);
        service.training().resume(first, null);

        SweepReport report = ended(before.sweep().id());

        assertThat(report.sweep().state()).isEqualTo(SweepState.COMPLETED);
        assertThat(report.trials().get(0).trial().number()).isNotEqualTo(1);
        assertThat(report.trials().get(0).epochs()).isEqualTo(9);
    }

    @Test
    void aSweepThatWasInterruptedEndsAsIfNothingHadHappened() {
        SweepReport undisturbed = ended(submit(Sweeps.of(9, SLOW, HALVING, Sweeps.rates(4))));
        UUID sweep = submit(Sweeps.of(9, SLOW, HALVING, Sweeps.rates(4)));
        for (int rung = 0; rung < 2; rung++) {
            int reached = rung;
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> service.sweeps().find(sweep).sweep().rung() >= reached);
            service.close();
            service = start("one");
        }

        SweepReport report = ended(sweep);

        assertThat(report.trials())
                .extracting(trial -> trial.trial().number())
                .isEqualTo(undisturbed.trials().stream()
                        .map(trial -> trial.trial().number())
                        .toList());
        for (int rank = 0; rank < 4; rank++) {
            assertThat(epochs(job(report.trials().get(rank)).id()))
                    .isEqualTo(epochs(job(undisturbed.trials().get(rank)).id()));
        }
    }

    @Test
    void twoNodesThatMoveASweepOnAtOnceTakeEachStepOnce() throws Exception {
        try (Replica other = start("two")) {
            UUID sweep = submit(Sweeps.of(9, QUICK, HALVING, Sweeps.rates(9)));
            ExecutorService threads = Executors.newFixedThreadPool(4);
            List<Future<?>> hurry = new ArrayList<>();
            for (Replica node : List.of(service, other, service, other)) {
                hurry.add(threads.submit(() -> {
                    while (node.sweeps().find(sweep).sweep().state() == SweepState.RUNNING) {
                        advance(node, sweep);
                    }
                }));
            }
            for (Future<?> each : hurry) {
                each.get();
            }
            threads.shutdown();
            SweepReport report = service.sweeps().find(sweep);

            assertThat(report.trials()).extracting(RankedTrial::epochs).containsExactly(9, 3, 3, 1, 1, 1, 1, 1, 1);
            assertThat(report.trials())
                    .extracting(this::resumptions)
                    .containsExactly(2L, 1L, 1L, 0L, 0L, 0L, 0L, 0L, 0L);
            assertThat(service.training()
                            .curve(job(report.trials().get(0)).id())
                            .epochs())
                    .extracting(EpochMetrics::epoch)
                    .isEqualTo(IntStream.rangeClosed(1, 9).boxed().toList());
        }
    }

    /** As the clock does: what fails because another was faster is tried again; says whether it did not. */
    private static boolean advance(Replica node, UUID sweep) {
        try {
            node.advance().advance(sweep);
            return true;
        } catch (ConcurrencyFailureException e) {
            return false;
        }
    }

    private long resumptions(RankedTrial trial) {
        return service.training().history(job(trial).id()).stream()
                .filter(event -> event.from() == JobState.PAUSED && event.state() == JobState.QUEUED)
                .count();
    }
}
