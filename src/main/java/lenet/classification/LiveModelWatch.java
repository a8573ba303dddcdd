package lenet.classification;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Takes over what another node has promoted, within a second or two. Without the database the model stays as it is. */
@Component
class LiveModelWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LiveModelWatch.class);
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final ClassificationService classification;
    private @Nullable ScheduledExecutorService thread;

    LiveModelWatch(ClassificationService classification) {
        this.classification = classification;
    }

    @Override
    public void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread watch = new Thread(work, "live-model-watch");
            watch.setDaemon(true);
            return watch;
        });
        var unused = started.scheduleWithFixedDelay(
                this::look, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        thread = started;
    }

    /** Not shutdownNow: an interrupt in the middle of a read closes H2's file under everybody. */
    @Override
    public void stop() {
        ScheduledExecutorService started = thread;
        thread = null;
        if (started != null) {
            started.shutdown();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void look() {
        try {
            classification.takeOverLiveModel();
        } catch (RuntimeException e) {
            LOG.debug("the live model cannot be looked up", e);
        }
    }
}
