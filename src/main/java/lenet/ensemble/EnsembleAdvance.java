package lenet.ensemble;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lenet.model.EnsembleException;
import lenet.model.ModelAliases;
import lenet.model.ModelGoneException;
import lenet.model.ModelNotFoundException;
import lenet.model.ModelQuotaException;
import lenet.model.ModelRegistry;
import lenet.model.ModelVersion;
import lenet.model.PromotionOutcome;
import lenet.model.TrainedModel;
import lenet.model.UnfitModelException;
import lenet.training.JobState;
import lenet.training.NewTrainingJob;
import lenet.training.Promotion;
import lenet.training.TrainingJob;
import lenet.training.TrainingService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves an ensemble on as far as its jobs allow: to the next network of a boosted one, or to the model. Any node may try at
 * any time; the ensemble's row is locked, so that each step is taken once.
 */
@Component
class EnsembleAdvance {

    private static final Logger LOG = LoggerFactory.getLogger(EnsembleAdvance.class);

    private final EnsembleRepository ensembles;
    private final EnsembleService service;
    private final EnsembleAssembly assembly;
    private final TrainingService training;
    private final ModelRegistry registry;
    private final ModelAliases aliases;
    private final TransactionTemplate transaction;

    EnsembleAdvance(
            EnsembleRepository ensembles,
            EnsembleService service,
            EnsembleAssembly assembly,
            TrainingService training,
            ModelRegistry registry,
            ModelAliases aliases,
            TransactionTemplate transaction) {
        this.ensembles = ensembles;
        this.service = service;
        this.assembly = assembly;
        this.training = training;
        this.registry = registry;
        this.aliases = aliases;
        this.transaction = transaction;
    }

    /** Takes the steps that are due; none, while jobs train or when the ensemble has ended. */
    void advance(UUID id) {
        try {
            transaction.executeWithoutResult(status -> ensembles.lock(id).ifPresent(this::collect));
        } catch (ModelGoneException e) {
            failUnlessEnded(id, e);
            return;
        }
        ensembles.find(id).filter(EnsembleAdvance::isComplete).ifPresent(this::assemble);
    }

    private static boolean isComplete(EnsembleRun run) {
        return !run.state().isFinal() && run.versions().size() == run.size();
    }

    /** Takes over what jobs have made, and starts the next one of a boosted ensemble. */
    private void collect(EnsembleRun run) {
        if (run.state().isFinal()) {
            return;
        }
        Map<UUID, TrainingJob> jobs =
                service.jobs(run).stream().collect(Collectors.toMap(TrainingJob::id, Function.identity()));
        for (EnsembleMember member : run.members()) {
            if (member.modelVersion() == null) {
                Optional<TrainingJob> job = Optional.ofNullable(member.job()).map(jobs::get);
                Optional<String> failure = failure(member, job);
                if (failure.isPresent()) {
                    service.endJobs(run, "the ensemble has failed");
                    fail(run, failure.get());
                    return;
                }
                job.map(TrainingJob::modelVersion)
                        .ifPresent(version -> ensembles.setVersion(run.id(), member.number(), version));
            }
        }
        EnsembleRun collected = ensembles.find(run.id()).orElseThrow();
        int trained = collected.versions().size();
        if (run.boosted() && trained == run.members().size() && trained < run.size()) {
            boost(collected, jobs);
        }
    }

    private static Optional<String> failure(EnsembleMember member, Optional<TrainingJob> job) {
        if (job.isEmpty()) {
            return Optional.of("the job of member %d has been deleted".formatted(member.number()));
        }
        JobState state = job.get().state();
        boolean failed = state == JobState.FAILED || state == JobState.CANCELLED;
        return failed
                ? Optional.of("the job of member %d, %s, is %s".formatted(member.number(), member.job(), state))
                : Optional.empty();
    }

    private void boost(EnsembleRun run, Map<UUID, TrainingJob> jobs) {
        TrainingJob first = jobs.get(run.members().get(0).job());
        if (first == null) {
            fail(run, "the job of member 1 has been deleted");
            return;
        }
        List<Long> models = run.versions();
        NewTrainingJob next = new NewTrainingJob(
                memberName(run, models.size() + 1),
                first.notes(),
                first.recipe().boostedBy(models),
                Promotion.NEVER,
                first.priority(),
                first.maxDuration(),
                null);
        ensembles.insertMember(
                run.id(), models.size() + 1, training.submit(next).id(), null);
    }

    /** What the job of a member is called. */
    static String memberName(EnsembleRun run, int member) {
        return memberName(run.name(), run.id(), member);
    }

    private static String memberName(@Nullable String name, UUID id, int member) {
        return "%s, member %d"
                .formatted(name == null ? "ensemble " + id.toString().substring(0, 8) : name, member);
    }

    /** Not within a transaction, for it takes seconds; another node may do the same, and one of them comes first. */
    private void assemble(EnsembleRun run) {
        TrainedModel model;
        try {
            model = assembly.assemble(run);
        } catch (ModelNotFoundException | EnsembleException e) {
            failUnlessEnded(run.id(), e);
            return;
        }
        transaction.executeWithoutResult(status -> stillRunning(run.id()).ifPresent(it -> complete(it, model)));
    }

    private void failUnlessEnded(UUID id, RuntimeException why) {
        transaction.executeWithoutResult(status -> stillRunning(id).ifPresent(run -> fail(run, why.getMessage())));
    }

    private Optional<EnsembleRun> stillRunning(UUID id) {
        return ensembles.lock(id).filter(found -> !found.state().isFinal());
    }

    private void complete(EnsembleRun run, TrainedModel model) {
        try {
            ModelVersion version = registry.add(model);
            ensembles.finish(run.id(), EnsembleState.COMPLETED, version.version(), null);
            LOG.info("ensemble {} completed: model {}", run.id(), version.version());
            ensembles.saveOutcome(run.id(), promoted(run, version));
        } catch (UnfitModelException | ModelQuotaException e) {
            fail(run, e.getMessage());
        }
    }

    private PromotionOutcome promoted(EnsembleRun run, ModelVersion version) {
        String reason = "made by ensemble " + run.id();
        return switch (run.promotion()) {
            case ALWAYS -> aliases.promote(version.version(), reason);
            case IF_BETTER -> aliases.promoteIfBetter(version, reason);
            case NEVER -> PromotionOutcome.notWanted(version.version());
        };
    }

    private void fail(EnsembleRun run, @Nullable String reason) {
        LOG.warn("ensemble {} failed: {}", run.id(), reason);
        ensembles.finish(run.id(), EnsembleState.FAILED, null, reason);
    }
}
