package lenet.sweep;

import lenet.testing.RunningNode;

/** The contract on the embedded database. */
class H2HalvingTest extends HalvingContract {

    @Override
    RunningNode.Database database() {
        return new RunningNode.Database("jdbc:h2:mem:halving;DB_CLOSE_DELAY=-1", "sa", "");
    }
}
