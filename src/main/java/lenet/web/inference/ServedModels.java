package lenet.web.inference;

import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.regex.Pattern;
import lenet.model.ModelNotFoundException;
import lenet.model.ModelReference;
import lenet.model.ModelRegistry;
import lenet.network.ArchitectureCatalogue;
import lenet.web.ProblemException;
import lenet.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The models of the registry under the protocol's names: an architecture's name, or an ensemble's such as {@code lenet5-ensemble}, stands for all of its versions, and for
 * the live one where none is asked for; an alias stands for the one version it points at.
 */
@Component
class ServedModels {

    private static final ModelReference LIVE = new ModelReference(null, ModelReference.LIVE);

    private static final Pattern VERSION = Pattern.compile("[1-9]\\d{0,17}");

    private final ModelRegistry registry;

    ServedModels(ModelRegistry registry) {
        this.registry = registry;
    }

    /**
     * The model called {@code name}, of that version if one is given.
     *
     * @throws ProblemException if there is none
     */
    ServedModel get(String name, @Nullable String version) {
        if (ArchitectureCatalogue.find(name).isPresent()
                || registry.newest(name).isPresent()) {
            return new ServedModel(
                    name,
                    version == null ? preferred(name) : one(name, version, number -> registry.isOf(name, number)));
        }
        if (!ModelReference.isAlias(name)) {
            throw missing(name, version);
        }
        ModelReference alias = new ModelReference(null, name);
        long only = resolve(alias, name);
        return new ServedModel(name, version == null ? alias : one(name, version, number -> number == only));
    }

    /**
     * The versions that {@code name} stands for, the newest first.
     *
     * @throws ProblemException if there is no such model
     */
    List<Long> versions(String name, @Nullable String version) {
        ServedModel model = get(name, version);
        List<Long> versions = registry.versions(name);
        return versions.isEmpty() ? List.of(registry.resolve(model.reference())) : versions;
    }

    private ModelReference preferred(String architecture) {
        if (registry.isOf(architecture, registry.resolve(LIVE))) {
            return LIVE;
        }
        return registry.newest(architecture)
                .map(version -> new ModelReference(version, null))
                .orElseThrow(() -> missing(architecture, null));
    }

    private static ModelReference one(String name, String version, LongPredicate isKnown) {
        return Optional.of(version)
                .filter(text -> VERSION.matcher(text).matches())
                .map(Long::valueOf)
                .filter(isKnown::test)
                .map(known -> new ModelReference(known, null))
                .orElseThrow(() -> missing(name, version));
    }

    private long resolve(ModelReference alias, String name) {
        try {
            return registry.resolve(alias);
        } catch (ModelNotFoundException e) {
            throw missing(name, null);
        }
    }

    private static ProblemException missing(String name, @Nullable String version) {
        return new ProblemException(
                ProblemType.NOT_FOUND,
                version == null
                        ? "there is no architecture and no alias of that name"
                        : "there is no version of that number under this name; GET /v2/models/" + name + " lists them");
    }
}
