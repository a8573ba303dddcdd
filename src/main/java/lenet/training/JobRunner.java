package lenet.training;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import lenet.dataset.Dataset;
import lenet.dataset.Split;
import lenet.evaluation.EpochMetrics;
import lenet.evaluation.Evaluation;
import lenet.evaluation.Evaluator;
import lenet.evaluation.LearningCurve;
import lenet.evaluation.Predictions;
import lenet.model.ModelRegistry;
import lenet.model.ModelVersion;
import lenet.model.Provenance;
import lenet.model.Scores;
import lenet.model.TrainedModel;
import lenet.network.Architecture;
import lenet.network.ArchitectureCatalogue;
import lenet.network.Engine;
import lenet.network.Engines;
import lenet.network.NetworkState;
import lenet.network.Parameters;
import lenet.network.Scaling;
import lenet.network.TrainableNetwork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Takes one RUNNING job to its end: trains, evaluates, registers the model, promotes it. */
@Component
class JobRunner {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final Set<JobState> RUNNING = Set.of(JobState.RUNNING);

    private final Engines engines;
    private final Dataset dataset;
    private final JobStore store;
    private final ModelRegistry registry;
    private final TransactionTemplate transaction;
    private final TrainingMeters meters;
    private final BuildProperties build;
    private final Clock clock;

    JobRunner(
            Engines engines,
            Dataset dataset,
            JobStore store,
            ModelRegistry registry,
            TransactionTemplate transaction,
            TrainingMeters meters,
            BuildProperties build,
            Clock clock) {
        this.engines = engines;
        this.dataset = dataset;
        this.store = store;
        this.registry = registry;
        this.transaction = transaction;
        this.meters = meters;
        this.build = build;
        this.clock = clock;
    }

    /**
     * Runs {@code job} from its last checkpoint, if it has one. Returns when the job is final or, once
     * {@code shuttingDown} says so, back in the queue.
     */
    void run(TrainingJob job, BooleanSupplier shuttingDown) {
        UUID id = job.id();
        LOG.info("job {} starts: {}", id, job.recipe());
        try {
            train(job, shuttingDown);
        } catch (JobStoppedException e) {
            switch (e.why()) {
                case CANCELLED -> {
                    store.jobs().finish(id, RUNNING, JobState.CANCELLED, null, null);
                    LOG.info("job {} cancelled", id);
                }
                case SHUTDOWN -> {
                    store.jobs().requeue(id, "the service was stopped");
                    LOG.info("job {} goes back to the queue, the service stops", id);
                }
            }
        } catch (DivergedException | EngineMissingException e) {
            LOG.warn("job {} failed: {}", id, e.getMessage());
            fail(id, String.valueOf(e.getMessage()));
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.error("job {} failed", id, e);
            fail(id, e.toString());
        }
    }

    private void train(TrainingJob job, BooleanSupplier shuttingDown) {
        Recipe recipe = job.recipe();
        Architecture architecture = ArchitectureCatalogue.find(recipe.architecture())
                .orElseThrow(() -> new IllegalStateException("no architecture " + recipe.architecture()));
        Engine engine = engines.find(recipe.engine())
                .orElseThrow(() -> new EngineMissingException(recipe.engine(), engines.names()));
        JobRecorder recorder = new JobRecorder(job, store, transaction, meters, shuttingDown);
        trainEpochs(job, engine, architecture, recorder);

        Checkpoint.Kind kept = recipe.restoresBestWeights() ? Checkpoint.Kind.BEST : Checkpoint.Kind.LAST;
        NetworkState trained = checkpoint(job, kept, architecture);
        List<EpochMetrics> epochs = store.curves().find(job.id()).epochs();
        EpochMetrics last = epochs.get(epochs.size() - 1);
        try (TrainableNetwork network = engine.trainable(architecture, scaling(), recipe.optimiser(), trained)) {
            Runnable betweenChunks =
                    () -> recorder.onProgress(last.epoch(), recipe.batchesPerEpoch(), last.imagesPerSecond());
            complete(job, architecture, engine, network, betweenChunks);
        }
    }

    private void trainEpochs(TrainingJob job, Engine engine, Architecture architecture, TrainingListener recorder) {
        NetworkState start = checkpoint(job, Checkpoint.Kind.LAST, architecture);
        LearningCurve finished = store.curves().find(job.id());
        if (!TerminalProgress.isTerminal()) {
            new TrainingLoop(engine, architecture, dataset, job.recipe(), recorder).run(start, finished);
            return;
        }
        try (TerminalProgress progress = new TerminalProgress(job.recipe(), recorder)) {
            new TrainingLoop(engine, architecture, dataset, job.recipe(), progress).run(start, finished);
        }
    }

    private void complete(
            TrainingJob job,
            Architecture architecture,
            Engine engine,
            TrainableNetwork network,
            Runnable betweenChunks) {
        Predictions validation = predict(network, Split.VALIDATION, betweenChunks);
        Predictions test = predict(network, Split.TEST, betweenChunks);
        Evaluation onValidation = new Evaluation(dataset.split(Split.VALIDATION), validation);
        Evaluation onTest = new Evaluation(dataset.split(Split.TEST), test);
        TrainedModel model = new TrainedModel(
                architecture,
                scaling(),
                network.state().parameters(),
                provenance(job, engine),
                new Scores(onValidation.accuracy(), onValidation.loss(), onTest.accuracy(), onTest.loss()));
        transaction.executeWithoutResult(status -> {
            store.evaluations().save(job.id(), Split.VALIDATION, validation);
            store.evaluations().save(job.id(), Split.TEST, test);
            ModelVersion version = registry.add(model);
            if (store.jobs().finish(job.id(), RUNNING, JobState.COMPLETED, null, version.version())) {
                promote(job.promotion(), version);
            }
        });
        LOG.info("job {} completed: test accuracy {}", job.id(), onTest.accuracy());
    }

    private Predictions predict(TrainableNetwork network, Split split, Runnable betweenChunks) {
        return Evaluator.predict(network::logits, dataset.split(split), betweenChunks);
    }

    private void promote(Promotion promotion, ModelVersion version) {
        switch (promotion) {
            case ALWAYS -> registry.promote(version.version());
            case IF_BETTER -> registry.promoteIfBetter(version);
            case NEVER -> LOG.info("model {} is registered, not promoted", version.version());
        }
    }

    private NetworkState checkpoint(TrainingJob job, Checkpoint.Kind kind, Architecture architecture) {
        return store.checkpoints()
                .find(job.id(), kind, architecture)
                .map(Checkpoint::state)
                .orElseGet(() -> NetworkState.initial(
                        Parameters.glorotUniform(architecture, job.recipe().seed())));
    }

    private Scaling scaling() {
        return Scaling.centred(dataset.mean());
    }

    private Provenance provenance(TrainingJob job, Engine engine) {
        LearningCurve curve = store.curves().find(job.id());
        return new Provenance(
                job.id().toString(),
                JsonMapper.shared().writeValueAsString(job.recipe()),
                curve.epochs().size(),
                engine.description(),
                dataset.name(),
                dataset.fingerprint(),
                job.recipe().trainingImages(),
                Provenance.runningJava(),
                Provenance.runningOperatingSystem(),
                String.valueOf(build.getVersion()),
                clock.instant());
    }

    private void fail(UUID id, String reason) {
        store.jobs().finish(id, RUNNING, JobState.FAILED, shortened(reason), null);
    }

    private static String shortened(String reason) {
        return reason.length() <= 2000 ? reason : reason.substring(0, 1999) + "…";
    }
}
