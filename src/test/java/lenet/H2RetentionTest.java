package lenet;

import java.nio.file.Path;
import lenet.testing.RunningNode;
import org.junit.jupiter.api.io.TempDir;

/** The contract on the embedded database, in a file as it is by default. */
class H2RetentionTest extends RetentionContract {

    @TempDir
    static Path folder;

    @Override
    RunningNode.Database database() {
        return new RunningNode.Database(
                "jdbc:h2:file:" + folder.resolve("lenet") + ";DB_CLOSE_ON_EXIT=FALSE", "sa", "");
    }
}
