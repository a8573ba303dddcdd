package lenet.training;

import java.io.IOException;
import java.sql.SQLException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** The database cannot be reached, or not just now, or has no room: the same may succeed later. */
public final class DatabaseOutage {

    private static final int H2_CLOSED = 90098;
    private static final String POSTGRESQL_DISK_FULL = "53100";

    private DatabaseOutage() {}

    /** Whether that is what {@code failure} says. */
    public static boolean isCauseOf(Throwable failure) {
        return failure instanceof DataAccessResourceFailureException
                || failure instanceof TransientDataAccessException
                || failure instanceof RecoverableDataAccessException
                || failure instanceof CannotCreateTransactionException
                // A commit or a rollback that was not answered; whether it took place is not known.
                || failure instanceof TransactionSystemException
                // H2's own file could not be written or read, of which H2 says no more than "general error".
                || (failure instanceof DataAccessException && causes(failure).anyMatch(IOException.class::isInstance));
    }

    /** Whether H2 has closed its file, as it does when it cannot write: this process does not open it again. */
    public static boolean isForGood(Throwable failure) {
        return isCausedBy(failure, cause -> cause.getErrorCode() == H2_CLOSED);
    }

    /** Whether the database lives but has no room: what only reads succeeds. */
    public static boolean isForWantOfRoom(Throwable failure) {
        return isCausedBy(failure, cause -> POSTGRESQL_DISK_FULL.equals(cause.getSQLState()));
    }

    private static boolean isCausedBy(Throwable failure, Predicate<SQLException> cause) {
        return causes(failure)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .anyMatch(cause);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, next -> next != null, Throwable::getCause);
    }
}
