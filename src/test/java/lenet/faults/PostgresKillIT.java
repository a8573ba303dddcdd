package lenet.faults;

import lenet.testing.Needs;
import lenet.testing.PostgresServer;
import lenet.testing.RunningNode;

/** The contract on PostgreSQL 17. */
@Needs.Postgres
class PostgresKillIT extends KillContract {

    private static final RunningNode.Database DATABASE = PostgresServer.newDatabase();

    @Override
    String url() {
        return DATABASE.url();
    }

    @Override
    String username() {
        return DATABASE.username();
    }

    @Override
    String password() {
        return DATABASE.password();
    }
}
