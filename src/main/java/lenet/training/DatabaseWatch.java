package lenet.training;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Says when the database goes away and when it is back, a line each. */
@Component
class DatabaseWatch {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);

    private final JdbcClient jdbc;
    private final Clock clock;
    private @Nullable Instant away;

    DatabaseWatch(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void look() {
        try {
            jdbc.sql("select 1").query().singleValue();
        } catch (RuntimeException e) {
            if (!DatabaseOutage.isCauseOf(e)) {
                throw e;
            }
            if (away == null) {
                away = clock.instant();
                LOG.warn(
                        "The database does not answer ({}); until it does, training waits, and requests that need it"
                                + " are answered with 503.",
                        NestedExceptionUtils.getMostSpecificCause(e).getMessage());
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
}
