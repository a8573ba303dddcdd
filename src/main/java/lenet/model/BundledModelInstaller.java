package lenet.model;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Sees to it that a model is live: the bundled one in an empty database, so that the first classification needs no training,
 * and the newest fit one where the alias points at a model that is gone.
 */
@Component
public class BundledModelInstaller implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(BundledModelInstaller.class);
    private static final long NONE = 0;

    private final ModelRegistry registry;
    private final ModelAliases aliases;

    BundledModelInstaller(ModelRegistry registry, ModelAliases aliases) {
        this.registry = registry;
        this.aliases = aliases;
    }

    @Override
    public void afterPropertiesSet() {
        ensureLiveModel();
    }

    /** Another node that starts on the same database may be quicker with the model, and once more with the alias. */
    public void ensureLiveModel() {
        for (int overtaken = 0; !isModelLive(); overtaken++) {
            try {
                install(aliases.liveVersion());
            } catch (DuplicateKeyException | AliasMovedException | ModelNotFoundException e) {
                if (overtaken == 2) {
                    throw e;
                }
            }
        }
    }

    private boolean isModelLive() {
        return aliases.liveVersion().filter(registry::isThere).isPresent();
    }

    private void install(Optional<Long> gone) {
        if (gone.isEmpty()) {
            aliases.install(bundled(), NONE, "the model that ships with the service");
            return;
        }
        long version = registry.newestFit().orElseGet(this::bundled);
        aliases.install(version, gone.get(), "model %d was gone".formatted(gone.get()));
        LOG.warn(
                "alias live pointed at model {}, which is gone; it points at model {} now, the newest that computes as it should",
                gone.get(),
                version);
    }

    private long bundled() {
        return registry.addRegardless(BundledModel.load()).version();
    }
}
