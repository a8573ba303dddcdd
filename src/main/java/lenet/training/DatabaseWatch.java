package lenet.training;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.AvailabilityState;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Says when the database goes away and when it is back, a line each. Has the service started again when H2 has closed its
 * file after a failed write: opened again in the same process, it cannot be relied on.
 */
@Component
class DatabaseWatch {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private @Nullable Instant away;
    private boolean closed;

    DatabaseWatch(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void look() {
        if (closed) {
            return;
        }
        try {
            jdbc.sql("select 1").query().singleValue();
        } catch (RuntimeException e) {
            if (!DatabaseOutage.isCauseOf(e)) {
                throw e;
            }
            String reason = NestedExceptionUtils.getMostSpecificCause(e).getMessage();
            if (DatabaseOutage.isForGood(e)) {
                closed = true;
                LOG.error(
                        "The database is closed, because its file could not be written ({}). Everything that was answered"
                                + " for is in it. See that its file system has room and start the service again; until"
                                + " then training waits, and requests that need the database are answered with 503.",
                        reason);
                publish(ReadinessState.REFUSING_TRAFFIC);
                publish(LivenessState.BROKEN);
            } else if (away == null) {
                away = clock.instant();
                LOG.warn(
                        "The database does not answer ({}); until it does, training waits, and requests that need it"
                                + " are answered with 503.",
                        reason);
            }
            return;
        }
        if (away != null) {
            LOG.info(
                    "The database answers again, after {} s.",
                    Duration.between(away, clock.instant()).toSeconds());
            away = null;
        }
    }

    private <S extends AvailabilityState> void publish(S state) {
        AvailabilityChangeEvent.publish(events, this, state);
    }
}
