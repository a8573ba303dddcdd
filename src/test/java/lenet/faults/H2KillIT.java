package lenet.faults;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The contract on the embedded database, in a file as it is by default. */
class H2KillIT extends KillContract {

    @TempDir
    static Path folder;

    @Override
    String url() {
        return "jdbc:h2:file:" + folder.resolve("lenet") + ";DB_CLOSE_ON_EXIT=FALSE";
    }

    @Override
    String username() {
        return "sa";
    }

    @Override
    String password() {
        return "";
    }
}
