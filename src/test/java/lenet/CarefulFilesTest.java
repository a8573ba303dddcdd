package lenet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CarefulFilesTest {

    /** Where no file system has room. */
    private static final long TOO_FAR = Long.MAX_VALUE - 100;

    @TempDir
    static Path folder;

    @Test
    void afterAWriteThatFailedNothingIsWrittenOrCutOff() throws IOException {
        CarefulFiles.register();
        Path path = folder.resolve("file");
        try (FileChannel file = FilePath.get("careful:" + path).open("rw")) {
            file.write(bytes("committed"), 0);
            assertThatThrownBy(() -> file.write(bytes("new"), TOO_FAR)).isInstanceOf(IOException.class);

            assertThatThrownBy(() -> file.write(bytes("over it"), 0)).hasMessage("an earlier write has failed");
            assertThatThrownBy(() -> file.truncate(1)).hasMessage("an earlier write has failed");
        }

        assertThat(Files.readString(path)).isEqualTo("committed");
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
