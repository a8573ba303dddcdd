package lenet.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Future;
import lenet.model.ModelGoneException;
import lenet.model.ModelInUseException;
import lenet.testing.OverlappingTransactions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** A model is there as long as a job needs it, whoever comes first, the same on H2 and on PostgreSQL. */
abstract class ModelNeedsContract extends JobContract {

    private long model;

    @BeforeEach
    void aModelToLearnFrom() {
        model = Objects.requireNonNull(completed(submit(1, 550)).modelVersion());
    }

    @Test
    void aModelThatAWaitingJobNeedsIsNotDeleted() {
        awaitRunning(submit(1000, 1));
        TrainingJob job = submit(hardForTheModel());

        assertThatThrownBy(() -> service.registry().delete(model))
                .isInstanceOf(ModelInUseException.class)
                .hasMessageContaining("training job " + job.id());
    }

    @Test
    void aModelThatAPausedJobNeedsIsNotDeleted() {
        awaitRunning(submit(1000, 1));
        service.training().pause(submit(hardForTheModel()).id());

        assertThatThrownBy(() -> service.registry().delete(model)).isInstanceOf(ModelInUseException.class);
    }

    @Test
    void aModelThatNobodyNeedsAnyLongerIsDeleted() {
        awaitRunning(submit(1000, 1));
        service.training().cancel(submit(hardForTheModel()).id());

        service.registry().delete(model);

        assertThat(service.registry().find(model)).isEmpty();
    }

    @Test
    void aModelIsNotDeletedWhileAJobThatNeedsItIsBeingSubmitted() throws Exception {
        awaitRunning(submit(1000, 1));

        Future<?> deletion = duringTransaction(
                () -> submit(hardForTheModel()), () -> service.registry().delete(model));

        assertThatThrownBy(deletion::get).hasCauseInstanceOf(ModelInUseException.class);
    }

    @Test
    void noJobIsSubmittedThatNeedsAModelWhichIsBeingDeleted() throws Exception {
        awaitRunning(submit(1000, 1));

        Future<?> submission =
                duringTransaction(() -> service.registry().delete(model), () -> submit(hardForTheModel()));

        assertThatThrownBy(submission::get).hasCauseInstanceOf(ModelGoneException.class);
    }

    @Test
    void aJobIsNotRetriedWithoutTheModelThatItNeeds() {
        awaitRunning(submit(1000, 1));
        TrainingJob job = submit(hardForTheModel());
        service.training().cancel(job.id());
        service.registry().delete(model);

        assertThatThrownBy(() -> service.training().retry(job.id()))
                .isInstanceOf(ModelGoneException.class)
                .hasMessageContaining("model %d", model);
    }

    /** As older versions of this service allowed. */
    @Test
    void aJobWhoseModelIsGoneAllTheSameFailsWithTheReason() {
        TrainingJob blocking = submit(1000, 1);
        awaitRunning(blocking);
        TrainingJob job = submit(hardForTheModel());
        service.jdbc()
                .sql("delete from model_version where version = :version")
                .param("version", model)
                .update();
        service.training().cancel(blocking.id());

        TrainingJob failed = completed(job);
        assertThat(failed.state()).isEqualTo(JobState.FAILED);
        assertThat(failed.failure()).contains("no model of version " + model);
    }

    private Recipe hardForTheModel() {
        return service.recipe(1, 100).boostedBy(List.of(model));
    }

    private Future<?> duringTransaction(Runnable first, Runnable second) {
        return new OverlappingTransactions(service.bean(TransactionTemplate.class)).run(first, second);
    }
}
