package lenet;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Says in two sentences why the database could not be opened at start-up, where Spring would print a stack trace. */
class DatabaseFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    /** SQL's classes of states for connections, logins and database names; PostgreSQL's for one that starts or stops. */
    private static final Set<String> UNREACHABLE = Set.of("08", "28", "3D", "57");

    /** H2's: file locked, database not found, file corrupt, file not readable, closed. */
    private static final String H2_LOCKED = "90020";

    private static final Set<String> H2_UNREACHABLE = Set.of(H2_LOCKED, "90013", "90028", "90030", "90031", "90098");

    private final Environment environment;

    DatabaseFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        String state = String.valueOf(cause.getSQLState());
        String url = environment.getProperty("spring.datasource.url", "").replaceFirst("[;?].*", "");
        if (state.equals(H2_LOCKED)) {
            return new FailureAnalysis(
                    "The database " + url + " is in use by another process, which is most likely this service, started"
                            + " before in the same folder.",
                    "Stop the other one, or give this one a database of its own by starting it in another folder or"
                            + " with another spring.datasource.url; only a PostgreSQL can be shared.",
                    cause);
        }
        if (H2_UNREACHABLE.contains(state) || UNREACHABLE.contains(state.substring(0, 2))) {
            return new FailureAnalysis(
                    "The database " + url + " cannot be opened: " + cause.getMessage(),
                    "See that it runs and can be reached and written to, and that spring.datasource.url,"
                            + " spring.datasource.username and spring.datasource.password are right.",
                    cause);
        }
        return null;
    }
}
