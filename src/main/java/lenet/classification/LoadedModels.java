package lenet.classification;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.RemovalCause;
import lenet.model.ModelReference;
import lenet.model.ModelRegistry;
import lenet.model.ModelVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** The live model, and a few others that were asked for by version or alias. */
@Component
class LoadedModels implements DisposableBean {

    private final LiveModel live;
    private final ModelRegistry registry;
    private final LoadingCache<Long, LoadedModel> others;

    LoadedModels(LiveModel live, ModelRegistry registry, ClassificationProperties properties) {
        this.live = live;
        this.registry = registry;
        this.others = Caffeine.newBuilder()
                .maximumSize(properties.loadedModels())
                .executor(Runnable::run)
                .evictionListener(LoadedModels::close)
                .build(this::load);
    }

    /**
     * The model that {@code reference} names, the live one if absent, for one user more, who closes it.
     *
     * @throws NoLiveModelException if the live one is meant and there is none
     * @throws lenet.model.ModelNotFoundException if there is no such model
     * @throws lenet.model.UnfitModelException if it does not compute as it should
     */
    LoadedModel borrow(@Nullable ModelReference reference) {
        if (reference == null || ModelReference.LIVE.equals(reference.alias())) {
            return live.borrow();
        }
        // Asked every time: an alias moves, and a version may have been deleted on another node.
        long version = registry.resolve(reference);
        LoadedModel model = others.get(version);
        while (!model.retain()) {
            model = others.get(version);
        }
        return model;
    }

    @Override
    public void destroy() {
        others.asMap().values().forEach(LoadedModel::close);
        others.invalidateAll();
    }

    private LoadedModel load(long number) {
        ModelVersion version = registry.get(new ModelReference(number, null));
        return new LoadedModel(version, registry.load(version));
    }

    private static void close(@Nullable Long version, @Nullable LoadedModel model, RemovalCause cause) {
        if (model != null) {
            model.close();
        }
    }
}
