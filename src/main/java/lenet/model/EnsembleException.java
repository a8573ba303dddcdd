package lenet.model;

/** What was asked for is there for a single network only, and the model is several. */
public final class EnsembleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EnsembleException(String name, int members) {
        super("the model is of %d networks (%s), and this is told of single networks only".formatted(members, name));
    }
}
