package lenet;

import java.util.concurrent.TimeUnit;
import lenet.ensemble.EnsembleService;
import lenet.model.ModelRetention;
import lenet.sweep.SweepService;
import lenet.training.TrainingService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes now and then what is kept no longer, from the top room down. Every node does it, and any of them may. */
@Component
class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    private final SweepService sweeps;
    private final EnsembleService ensembles;
    private final TrainingService training;
    private final ModelRetention models;
    private final RetentionProperties properties;

    Retention(
            SweepService sweeps,
            EnsembleService ensembles,
            TrainingService training,
            ModelRetention models,
            RetentionProperties properties) {
        this.sweeps = sweeps;
        this.ensembles = ensembles;
        this.training = training;
        this.models = models;
        this.properties = properties;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void removeWhatHasEnded() {
        say(sweeps.removeEnded(properties.age(), properties.maxSweeps()), "sweeps");
        say(ensembles.removeEnded(properties.age(), properties.maxEnsembles()), "ensembles");
        say(training.removeEnded(properties.age(), properties.maxJobs()), "jobs");
        training.forgetOldEvents(properties.maxEvents());
        models.forgetOldMoves(properties.maxEvents());
    }

    @Scheduled(initialDelay = 5, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void removeOldModels() {
        if (properties.models() != null) {
            say(models.removeOlderThan(properties.models()), "models");
        }
    }

    private static void say(int removed, String what) {
        if (removed > 0) {
            LOG.info("{} {} that are kept no longer have been removed", removed, what);
        }
    }
}
