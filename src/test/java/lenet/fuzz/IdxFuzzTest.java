package lenet.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import lenet.dataset.DatasetException;
import lenet.dataset.IdxFile;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class IdxFuzzTest {

    @RegisterExtension
    static final Executions EXECUTIONS = new Executions();

    @TempDir
    Path folder;

    /** As a file of pictures or, by its first byte, of labels. */
    @FuzzTest
    void aFileIsReadOrRefused(byte[] input) throws Exception {
        EXECUTIONS.run(() -> {
            IdxFile.Kind kind = input.length > 0 && input[0] == 'L' ? IdxFile.Kind.LABELS : IdxFile.Kind.IMAGES;
            Path file = folder.resolve("file");
            Files.write(file, Arrays.copyOfRange(input, Math.min(1, input.length), input.length));
            try {
                IdxFile.read(file, kind);
            } catch (DatasetException refused) {
                // As it should be.
            }
        });
    }
}
