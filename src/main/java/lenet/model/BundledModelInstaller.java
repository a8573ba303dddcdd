package lenet.model;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Registers the bundled model and makes it live where no model is: the first classification needs no training. */
@Component
public class BundledModelInstaller implements InitializingBean {

    private final ModelRegistry registry;
    private final ModelAliases aliases;

    BundledModelInstaller(ModelRegistry registry, ModelAliases aliases) {
        this.registry = registry;
        this.aliases = aliases;
    }

    /** Another node that starts on the same empty database may be quicker with the model, and once more with the alias. */
    @Override
    public void afterPropertiesSet() {
        for (int overtaken = 0; aliases.liveVersion().isEmpty(); overtaken++) {
            try {
                long version = registry.add(BundledModel.load()).version();
                aliases.install(version, "the model that ships with the service");
            } catch (DuplicateKeyException | AliasMovedException e) {
                if (overtaken == 2) {
                    throw e;
                }
            }
        }
    }
}
