package lenet.training;

/** What jobs are listed by. */
public enum JobOrder {
    /** When they were submitted. */
    CREATED_AT("created_at"),
    /** Their names, whatever the case; those without one last. */
    NAME("lower(name)"),
    /** Their states, by name. */
    STATE("state"),
    /** The smallest validation loss of any epoch; those without one last. */
    VALIDATION_LOSS("(select min(validation_loss) from epoch_metrics where job_id = training_job.id)");

    private final String expression;

    JobOrder(String expression) {
        this.expression = expression;
    }

    /** The clause that sorts by this; of equals, the newer comes first. */
    String clause(boolean descending) {
        return "order by %s %s nulls last, created_at desc, id desc "
                .formatted(expression, descending ? "desc" : "asc");
    }
}
