package lenet.model;

/** What versions are listed by. */
public enum ModelOrder {
    /** In order of arrival. */
    VERSION("version", false),
    /** Share of errors on the validation split. */
    VALIDATION_ERROR("validation_accuracy", true),
    /** Share of errors on the test split. */
    TEST_ERROR("test_accuracy", true);

    private final String column;

    /** Whether the order turns the column's round, which leaves it an index. */
    private final boolean reversed;

    ModelOrder(String column, boolean reversed) {
        this.column = column;
        this.reversed = reversed;
    }

    /** The clause that sorts by this; of equals, the newer comes first. */
    String clause(boolean descending) {
        return "order by %s %s, version desc".formatted(column, descending == reversed ? "asc" : "desc");
    }
}
