package lenet.classification;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import lenet.model.BundledModelInstaller;
import lenet.model.LiveModelChanged;
import lenet.model.ModelAliases;
import lenet.model.ModelRegistry;
import lenet.model.ModelVersion;
import lenet.model.UnfitModelException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Keeps the model that the alias {@code live} points at loaded, and swaps it as one reference. */
@Component
class LiveModel implements InitializingBean, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(LiveModel.class);

    private final ModelRegistry registry;
    private final ModelAliases aliases;
    private final BundledModelInstaller installer;
    private volatile @Nullable LoadedModel loaded;

    /** What was found unfit, so that it is said once. */
    private long refused;

    /** The installer has done its work, so that there is a live model to load. */
    LiveModel(ModelRegistry registry, ModelAliases aliases, BundledModelInstaller installer) {
        this.registry = registry;
        this.aliases = aliases;
        this.installer = installer;
    }

    @Override
    public void afterPropertiesSet() {
        takeOver();
    }

    /**
     * The model, for one user more, who closes it.
     *
     * @throws NoLiveModelException if there is none
     */
    LoadedModel borrow() {
        LoadedModel model = loaded;
        while (model != null) {
            if (model.retain()) {
                return model;
            }
            model = loaded;
        }
        throw new NoLiveModelException();
    }

    /** What is loaded, if anything is. */
    Optional<ModelVersion> version() {
        return Optional.ofNullable(loaded).map(LoadedModel::version);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void onLiveModelChanged(LiveModelChanged change) {
        takeOver();
    }

    /**
     * Takes over the model that is live now, if it is another: of two promotions at once, here or on other nodes, the one
     * committed last must win, and they may be heard in either order. Those of other nodes are not heard but seen; without
     * the database, or if the other one is unfit, the model stays as it is.
     */
    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    synchronized void takeOver() {
        long wanted = aliases.liveVersion().orElse(0L);
        LoadedModel present = loaded;
        boolean isLoaded = present != null && wanted == present.version().version();
        if (isLoaded || (wanted != 0 && wanted == refused)) {
            return;
        }
        Optional<ModelVersion> found = registry.find(wanted);
        if (found.isEmpty()) {
            // The one that it makes live instead is taken over when that is committed.
            installer.ensureLiveModel();
            return;
        }
        ModelVersion version = found.get();
        try {
            loaded = new LoadedModel(version, registry.load(version));
        } catch (UnfitModelException e) {
            refused = wanted;
            LOG.error("model {} is to be live and is not taken over: {}", wanted, e.getMessage());
            return;
        }
        refused = 0;
        if (present != null) {
            present.close();
        }
        LOG.info(
                "model {} is live, validation accuracy {}",
                wanted,
                version.model().scores().validationAccuracy());
    }

    @Override
    public synchronized void destroy() {
        LoadedModel model = loaded;
        loaded = null;
        if (model != null) {
            model.close();
        }
    }
}
