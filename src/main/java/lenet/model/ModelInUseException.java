package lenet.model;

import java.util.List;

/** A model that aliases point at, or that something else needs, cannot be deleted. */
public final class ModelInUseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private ModelInUseException(String message) {
        super(message);
    }

    static ModelInUseException pointedAtBy(List<String> aliases, long version) {
        return new ModelInUseException("model %d cannot be deleted: %s point%s at it; move the alias first"
                .formatted(version, String.join(", ", aliases), aliases.size() == 1 ? "s" : ""));
    }

    static ModelInUseException neededBy(List<String> needs, long version) {
        return new ModelInUseException(
                "model %d cannot be deleted: it is needed by %s; let %s end, or cancel or delete %3$s first"
                        .formatted(version, String.join(", ", needs), needs.size() == 1 ? "it" : "them"));
    }
}
