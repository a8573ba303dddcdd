package lenet;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Keeps out of the log the stack traces that libraries would print, again and again, while the database is away; that it
 * is away, and that it is back, is said in a line each.
 */
class QuietOutages implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext loggers
                && loggers.getTurboFilterList().stream().noneMatch(StackTraces.class::isInstance)) {
            StackTraces filter = new StackTraces();
            filter.start();
            loggers.addTurboFilter(filter);
        }
    }

    private static final class StackTraces extends TurboFilter {

        private static final List<String> LIBRARIES = List.of(
                "com.zaxxer.hikari.",
                "com.github.kagkarlsson.",
                "com.github.benmanes.caffeine.",
                "org.springframework.boot.jdbc.",
                "org.springframework.transaction.");

        @Override
        public FilterReply decide(
                @Nullable Marker marker,
                Logger logger,
                Level level,
                String format,
                Object @Nullable [] arguments,
                @Nullable Throwable failure) {
            Throwable thrown = failure == null
                            && arguments != null
                            && arguments.length > 0
                            && arguments[arguments.length - 1] instanceof Throwable last
                    ? last
                    : failure;
            return thrown != null
                            && LIBRARIES.stream().anyMatch(logger.getName()::startsWith)
                            && Stream.iterate(thrown, next -> next != null, Throwable::getCause)
                                    .anyMatch(SQLException.class::isInstance)
                    ? FilterReply.DENY
                    : FilterReply.NEUTRAL;
        }
    }
}
