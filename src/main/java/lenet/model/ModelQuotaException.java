package lenet.model;

/** The registry has no room for another model; the message says what is full and what helps. */
public final class ModelQuotaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private ModelQuotaException(String message) {
        super(message);
    }

    static ModelQuotaException count(long models, long promised, int bound) {
        String unfinished = promised == 0 ? "" : " and jobs under way that will make %,d".formatted(promised);
        return new ModelQuotaException(
                "there are %,d models%s, and the registry keeps %,d (lenet.models.max-count); delete models that nobody needs"
                        .formatted(models, unfinished, bound));
    }

    static ModelQuotaException bytes(long found, long more, long bound) {
        return new ModelQuotaException(
                "the models have %,d bytes, and with %,d more they would exceed the %,d that the registry keeps"
                                .formatted(found, more, bound)
                        + " (lenet.models.max-bytes); delete models that nobody needs");
    }
}
