package lenet;

import lenet.testing.Needs;
import lenet.testing.PostgresServer;
import lenet.testing.RunningNode;

/** The contract on PostgreSQL 17. */
@Needs.Postgres
class PostgresRetentionIT extends RetentionContract {

    private static final RunningNode.Database DATABASE = PostgresServer.newDatabase();

    @Override
    RunningNode.Database database() {
        return DATABASE;
    }
}
