package lenet.training;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The contract on the embedded database, in a file as it is by default. */
class H2JobControlTest extends JobControlContract {

    @TempDir
    static Path folder;

    @Override
    RunningService start() {
        return new RunningService("jdbc:h2:file:" + folder.resolve("lenet") + ";DB_CLOSE_ON_EXIT=FALSE", "sa", "");
    }
}
