package lenet.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import lenet.model.ModelFile;
import lenet.model.ModelFileException;
import org.junit.jupiter.api.extension.RegisterExtension;

class SafetensorsFuzzTest {

    @RegisterExtension
    static final Executions EXECUTIONS = new Executions();

    @FuzzTest
    void aFileIsReadOrRefused(byte[] file) throws Exception {
        EXECUTIONS.run(() -> {
            try {
                ModelFile.read(file);
            } catch (ModelFileException refused) {
                // As it should be.
            }
        });
    }
}
