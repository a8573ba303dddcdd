package lenet.training;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import lenet.dataset.Dataset;
import lenet.dataset.Split;
import lenet.evaluation.EpochMetrics;
import lenet.evaluation.Evaluation;
import lenet.evaluation.Evaluator;
import lenet.evaluation.LearningCurve;
import lenet.evaluation.Predictions;
import lenet.evaluation.TemperatureScaling;
import lenet.model.ModelAliases;
import lenet.model.ModelNotFoundException;
import lenet.model.ModelQuotaException;
import lenet.model.ModelRegistry;
import lenet.model.ModelVersion;
import lenet.model.PromotionOutcome;
import lenet.model.Provenance;
import lenet.model.RunningSystem;
import lenet.model.Scores;
import lenet.model.TrainedModel;
import lenet.model.TrainingRun;
import lenet.network.Architecture;
import lenet.network.ArchitectureCatalogue;
import lenet.network.Batch;
import lenet.network.Engine;
import lenet.network.Engines;
import lenet.network.Ensemble;
import lenet.network.NativeLibraryException;
import lenet.network.Network;
import lenet.network.NetworkState;
import lenet.network.Parameters;
import lenet.network.Scaling;
import lenet.network.TrainableNetwork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Takes one RUNNING job to its end: trains, evaluates, registers the model, promotes it. */
@Component
class JobRunner {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    private final Engines engines;
    private final Dataset dataset;
    private final PictureSelection selection;
    private final JobStore store;
    private final JobTransitions transitions;
    private final ModelRegistry registry;
    private final ModelAliases aliases;
    private final TransactionTemplate transactions;
    private final TrainingProperties properties;
    private final TrainingMeters meters;
    private final RunningSystem system;
    private final Clock clock;

    JobRunner(
            Engines engines,
            Dataset dataset,
            PictureSelection selection,
            JobStore store,
            JobTransitions transitions,
            ModelRegistry registry,
            ModelAliases aliases,
            TransactionTemplate transactions,
            TrainingProperties properties,
            TrainingMeters meters,
            RunningSystem system,
            Clock clock) {
        this.engines = engines;
        this.dataset = dataset;
        this.selection = selection;
        this.store = store;
        this.transitions = transitions;
        this.registry = registry;
        this.aliases = aliases;
        this.transactions = transactions;
        this.properties = properties;
        this.meters = meters;
        this.system = system;
        this.clock = clock;
    }

    /**
     * Runs {@code job} from its last checkpoint, if it has one. Returns when the job is final or paused, when it has moved
     * on to another node or, once {@code shuttingDown} says so, back in the queue.
     */
    void run(TrainingJob job, BooleanSupplier shuttingDown) {
        UUID id = job.id();
        LOG.info("job {} starts, attempt {}: {}", id, job.attempts(), job.recipe());
        PatientTransaction transaction = new PatientTransaction(transactions, shuttingDown);
        try {
            runToItsEnd(job, transaction, shuttingDown);
        } catch (FencedException e) {
            meters.fenced();
            LOG.warn("{}; this node stops training it", e.getMessage());
        } catch (RuntimeException e) {
            if (!DatabaseOutage.isCauseOf(e)) {
                throw e;
            }
            LOG.warn("job {} is left to the other nodes: this one stops, and its database is away", id);
        }
    }

    private void runToItsEnd(TrainingJob job, PatientTransaction transaction, BooleanSupplier shuttingDown) {
        try {
            train(job, transaction, shuttingDown);
        } catch (JobStoppedException e) {
            stop(job.lease(), e, transaction);
        } catch (DivergedException
                | EngineMissingException
                | NothingHardException
                | ModelNotFoundException
                | ModelQuotaException e) {
            LOG.warn("job {} failed: {}", job.id(), e.getMessage());
            fail(job.lease(), String.valueOf(e.getMessage()), transaction);
        } catch (NativeLibraryException e) {
            LOG.error("job {} failed: {}", job.id(), e.isFirst() ? e.remedy() : e.getMessage());
            fail(job.lease(), String.valueOf(e.getMessage()), transaction);
        } catch (FencedException e) {
            throw e;
        } catch (RuntimeException | OutOfMemoryError e) {
            if (DatabaseOutage.isCauseOf(e)) {
                throw e;
            }
            LOG.error("job {} failed", job.id(), e);
            fail(job.lease(), e.toString(), transaction);
        }
    }

    private void stop(Lease lease, JobStoppedException stopped, PatientTransaction transaction) {
        transaction.execute(() -> {
            transitions.held(lease);
            Checkpoint checkpoint = stopped.checkpoint();
            if (checkpoint != null) {
                store.checkpoints().save(lease.job(), Checkpoint.Kind.LAST, checkpoint);
            }
            switch (stopped.why()) {
                case CANCELLED -> transitions.cancelled(lease);
                case PAUSED -> transitions.paused(lease, stopped.reason());
                case OVERDUE -> transitions.fail(lease, "it has run as long as it may; a retry gives it as long again");
                case SHUTDOWN -> transitions.handBack(lease, "its node was stopped");
            }
        });
        LOG.info("job {} is left: {}", lease.job(), stopped.why());
    }

    private void train(TrainingJob job, PatientTransaction transaction, BooleanSupplier shuttingDown) {
        Recipe recipe = job.recipe();
        Architecture architecture = ArchitectureCatalogue.find(recipe.architecture())
                .orElseThrow(() -> new IllegalStateException("no architecture " + recipe.architecture()));
        Engine engine = engines.find(recipe.engine())
                .orElseThrow(() -> new EngineMissingException(recipe.engine(), engines.names()));
        JobRecorder recorder = new JobRecorder(job, store, transaction, properties, meters, shuttingDown);
        trainEpochs(job, engine, architecture, recorder, transaction);

        Checkpoint.Kind kept = recipe.restoresBestWeights() ? Checkpoint.Kind.BEST : Checkpoint.Kind.LAST;
        NetworkState trained =
                transaction.get(() -> checkpoint(job, kept, architecture)).state();
        List<EpochMetrics> epochs =
                transaction.get(() -> store.curves().find(job.id())).epochs();
        try (TrainableNetwork network = engine.trainable(architecture, scaling(job), recipe.optimiser(), trained)) {
            Runnable betweenChunks = () -> recorder.onEvaluation(epochs.get(epochs.size() - 1));
            TemperatureScaling temperature =
                    TemperatureScaling.fitted(network::logits, dataset.split(Split.VALIDATION), betweenChunks);
            Function<Batch, float[]> answering = temperature.of(network::logits);
            Predictions validation = Evaluator.predict(answering, dataset.split(Split.VALIDATION), betweenChunks);
            Predictions test = Evaluator.predict(answering, dataset.split(Split.TEST), betweenChunks);
            Parameters parameters = network.state().answering(architecture, recipe.optimiser());
            Ensemble ensemble = Ensemble.of(new Network(architecture, scaling(job), parameters))
                    .at(temperature.temperature());
            TrainedModel model = new TrainedModel(
                    architecture.name(), ensemble, provenance(job, engine, epochs.size()), scores(validation, test));
            transaction.execute(() -> complete(job, model, validation, test));
            LOG.info(
                    "job {} completed: test accuracy {}",
                    job.id(),
                    model.scores().testAccuracy());
        }
    }

    private void trainEpochs(
            TrainingJob job,
            Engine engine,
            Architecture architecture,
            TrainingListener recorder,
            PatientTransaction transaction) {
        Checkpoint start = transaction.get(() -> checkpoint(job, Checkpoint.Kind.LAST, architecture));
        LearningCurve finished = transaction.get(() -> store.curves().find(job.id()));
        if (job.attempts() > 1) {
            meters.resumed();
        }
        try (TrainingPictures pictures = selection.pictures(
                job.recipe(),
                () -> recorder.onProgress(start.epoch() + 1, start.partial().batches(), 0, () -> start))) {
            if (!TerminalProgress.isTerminal()) {
                new TrainingLoop(engine, architecture, dataset, pictures, job.recipe(), recorder).run(start, finished);
                return;
            }
            try (TerminalProgress progress = new TerminalProgress(job.recipe(), recorder)) {
                new TrainingLoop(engine, architecture, dataset, pictures, job.recipe(), progress).run(start, finished);
            }
        }
    }

    /** All or nothing: with the model come its evaluation, the job's end and the promotion. */
    private void complete(TrainingJob job, TrainedModel model, Predictions validation, Predictions test) {
        transitions.held(job.lease());
        store.evaluations().save(job.id(), Split.VALIDATION, validation);
        store.evaluations().save(job.id(), Split.TEST, test);
        ModelVersion version = registry.add(model);
        transitions.complete(job.lease(), version.version(), promoted(job, version));
    }

    private Scores scores(Predictions validation, Predictions test) {
        Evaluation onValidation = new Evaluation(dataset.split(Split.VALIDATION), validation);
        Evaluation onTest = new Evaluation(dataset.split(Split.TEST), test);
        return new Scores(onValidation.accuracy(), onValidation.loss(), onTest.accuracy(), onTest.loss());
    }

    private PromotionOutcome promoted(TrainingJob job, ModelVersion version) {
        String reason = "made by job " + job.id();
        return switch (job.promotion()) {
            case ALWAYS -> aliases.promote(version.version(), reason);
            case IF_BETTER -> aliases.promoteIfBetter(version, reason);
            case NEVER -> PromotionOutcome.notWanted(version.version());
        };
    }

    private Checkpoint checkpoint(TrainingJob job, Checkpoint.Kind kind, Architecture architecture) {
        return store.checkpoints().find(job.id(), kind, architecture).orElseGet(() -> initial(job, architecture));
    }

    private static Checkpoint initial(TrainingJob job, Architecture architecture) {
        Parameters parameters = Parameters.initial(architecture, job.recipe().seed());
        return new Checkpoint(0, NetworkState.initial(parameters));
    }

    private Scaling scaling(TrainingJob job) {
        return job.recipe().inputScaling().of(dataset);
    }

    private Provenance provenance(TrainingJob job, Engine engine, int epochs) {
        TrainingRun run = new TrainingRun(
                job.id().toString(),
                JsonMapper.shared().writeValueAsString(job.recipe()),
                job.recipe().seed(),
                epochs,
                engine.description(),
                dataset.name(),
                dataset.fingerprint(),
                job.recipe().trainingImages());
        return Provenance.of(run, system, clock.instant());
    }

    private void fail(Lease lease, String reason, PatientTransaction transaction) {
        String shortened = reason.length() <= 2000 ? reason : reason.substring(0, 1999) + "…";
        transaction.execute(() -> transitions.fail(lease, shortened));
    }
}
