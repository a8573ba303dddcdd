package lenet.model;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/** Registers the bundled model, and makes it live where no model is: the first classification needs no training. */
@Component
public class BundledModelInstaller implements InitializingBean {

    private final ModelRegistry registry;

    BundledModelInstaller(ModelRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void afterPropertiesSet() {
        ModelVersion bundled = registry.add(BundledModel.load());
        if (registry.live().isEmpty()) {
            registry.promote(bundled.version());
        }
    }
}
