package lenet.training;

import lenet.testing.Needs;
import lenet.testing.PostgresServer;
import lenet.testing.RunningNode;

/** The contract on PostgreSQL 17. */
@Needs.Postgres
class PostgresModelNeedsIT extends ModelNeedsContract {

    private static final RunningNode.Database DATABASE = PostgresServer.newDatabase();

    @Override
    RunningService start() {
        return new RunningService(DATABASE.url(), DATABASE.username(), DATABASE.password());
    }
}
