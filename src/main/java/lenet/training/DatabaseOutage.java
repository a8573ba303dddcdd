package lenet.training;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** The database cannot be reached, or not just now: the same may succeed later. */
public final class DatabaseOutage {

    private DatabaseOutage() {}

    /** Whether that is what {@code failure} says. */
    public static boolean isCauseOf(Throwable failure) {
        return failure instanceof DataAccessResourceFailureException
                || failure instanceof TransientDataAccessException
                || failure instanceof RecoverableDataAccessException
                || failure instanceof CannotCreateTransactionException
                // A commit or a rollback that was not answered; whether it took place is not known.
                || failure instanceof TransactionSystemException;
    }
}
