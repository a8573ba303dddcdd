package lenet.sweep;

/** The contract on the embedded database. */
class H2SweepTest extends SweepContract {

    @Override
    Replica.Database database() {
        return new Replica.Database("jdbc:h2:mem:sweeps;DB_CLOSE_DELAY=-1", "sa", "");
    }
}
