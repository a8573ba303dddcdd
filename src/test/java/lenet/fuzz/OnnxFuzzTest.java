package lenet.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import lenet.model.ModelFileException;
import lenet.model.onnx.OnnxFile;
import lenet.network.Scaling;
import org.junit.jupiter.api.extension.RegisterExtension;

class OnnxFuzzTest {

    @RegisterExtension
    static final Executions EXECUTIONS = new Executions();

    @FuzzTest
    void aFileIsReadOrRefused(byte[] file) throws Exception {
        EXECUTIONS.run(() -> {
            try {
                OnnxFile.read(file, Scaling.PAPER);
            } catch (ModelFileException refused) {
                // As it should be.
            }
        });
    }
}
