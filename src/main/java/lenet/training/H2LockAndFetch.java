package lenet.training;

import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.Queries;

/** Tells db-scheduler what H2 can do and it does not know: take rows and skip those that another has taken. */
final class H2LockAndFetch extends DefaultJdbcCustomization {

    H2LockAndFetch() {
        super(false);
    }

    @Override
    public String getName() {
        return "H2";
    }

    @Override
    public boolean supportsGenericLockAndFetch() {
        return true;
    }

    @Override
    public String createGenericSelectForUpdateQuery(
            String tableName, int limit, String requiredAndCondition, boolean orderByPriority) {
        return Queries.selectForUpdate(
                tableName,
                Queries.ansiSqlOrderPart(orderByPriority),
                getQueryLimitPart(limit),
                requiredAndCondition,
                null,
                null,
                " FOR UPDATE SKIP LOCKED");
    }
}
