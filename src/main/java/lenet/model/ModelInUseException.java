package lenet.model;

import java.util.List;

/** A model that aliases point at cannot be deleted. */
public final class ModelInUseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ModelInUseException(long version, List<String> aliases) {
        super("model %d cannot be deleted: %s point%s at it; move the alias first"
                .formatted(version, String.join(", ", aliases), aliases.size() == 1 ? "s" : ""));
    }
}
