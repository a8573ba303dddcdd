package lenet.model;

/** What versions are listed by. */
public enum ModelOrder {
    /** In order of arrival. */
    VERSION("version"),
    /** Share of errors on the validation split. */
    VALIDATION_ERROR("1 - validation_accuracy"),
    /** Share of errors on the test split. */
    TEST_ERROR("1 - test_accuracy");

    private final String expression;

    ModelOrder(String expression) {
        this.expression = expression;
    }

    /** The clause that sorts by this; of equals, the newer comes first. */
    String clause(boolean descending) {
        return "order by %s %s, version desc".formatted(expression, descending ? "desc" : "asc");
    }
}
