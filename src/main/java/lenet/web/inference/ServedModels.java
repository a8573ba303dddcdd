package lenet.web.inference;

import java.util.List;
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
        List<Long> versions = registry.versions(name);
        if (!versions.isEmpty() || ArchitectureCatalogue.find(name).isPresent()) {
            return new ServedModel(
                    name, version == null ? preferred(name, versions) : one(name, version, versions), versions);
        }
        if (!ModelReference.isAlias(name)) {
            throw missing(name, version);
        }
        ModelReference alias = new ModelReference(null, name);
        List<Long> only = List.of(resolve(alias, name));
        return new ServedModel(name, version == null ? alias : one(name, version, only), only);
    }

    private ModelReference preferred(String architecture, List<Long> versions) {
        if (versions.isEmpty()) {
            throw missing(architecture, null);
        }
        return versions.contains(registry.resolve(LIVE)) ? LIVE : new ModelReference(versions.get(0), null);
    }

    private static ModelReference one(String name, String version, List<Long> versions) {
        return versions.stream()
                .filter(known -> Long.toString(known).equals(version))
                .map(known -> new ModelReference(known, null))
                .findFirst()
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
