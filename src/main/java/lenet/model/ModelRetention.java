package lenet.model;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Removes models that have been there for long and that nobody needs, and forgets old changes of aliases. */
@Service
public class ModelRetention {

    private static final Logger LOG = LoggerFactory.getLogger(ModelRetention.class);

    private final JdbcClient jdbc;
    private final ModelRegistry registry;
    private final AliasRepository aliases;
    private final Clock clock;

    ModelRetention(JdbcClient jdbc, ModelRegistry registry, AliasRepository aliases, Clock clock) {
        this.jdbc = jdbc;
        this.registry = registry;
        this.aliases = aliases;
        this.clock = clock;
    }

    /**
     * Removes models older than {@code age}, but none that an alias points at or could be rolled back to, that an ensemble
     * consists of or has become, or that a job or a sweep under way needs. Says how many they were.
     */
    public int removeOlderThan(Duration age) {
        Set<Long> kept = new HashSet<>();
        aliases.all().forEach(alias -> kept.addAll(aliases.history(alias.name()).withinReach()));
        List<Long> old = jdbc.sql("""
                        select version from model_version where created_at < :before
                        and version not in (select model_version from ensemble where model_version is not null)
                        order by version
                        """)
                .param("before", clock.instant().minus(age).atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .list();
        return (int) old.stream()
                .filter(version -> !kept.contains(version))
                .filter(this::isRemoved)
                .count();
    }

    /** Forgets all changes but the newest {@code most} of each alias, and of all aliases that are gone together. */
    public void forgetOldMoves(int most) {
        aliases.forgetOldMoves(most);
    }

    private boolean isRemoved(long version) {
        try {
            registry.delete(version);
            return true;
        } catch (ModelInUseException | ModelNotFoundException e) {
            LOG.debug("model {} stays: {}", version, e.getMessage());
            return false;
        }
    }
}
