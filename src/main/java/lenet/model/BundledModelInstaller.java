package lenet.model;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Registers the bundled model, and makes it live where no model is: the first classification needs no training. */
@Component
public class BundledModelInstaller implements InitializingBean {

    private final ModelRegistry registry;

    BundledModelInstaller(ModelRegistry registry) {
        this.registry = registry;
    }

    /** Another node that starts on the same empty database may be quicker with the model, and once more with the alias. */
    @Override
    public void afterPropertiesSet() {
        for (int overtaken = 0; ; overtaken++) {
            try {
                registry.promoteIfFirst(registry.add(BundledModel.load()).version());
                return;
            } catch (DuplicateKeyException e) {
                if (overtaken == 2) {
                    throw e;
                }
            }
        }
    }
}
