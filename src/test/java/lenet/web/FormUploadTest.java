package lenet.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;

/** When forms are read, and what is left of them. */
@ExtendWith(OutputCaptureExtension.class)
@SuppressWarnings("NullAway.Init") // JUnit sets the folder.
class FormUploadTest extends ServiceContract {

    @TempDir
    static Path uploads;

    @DynamicPropertySource
    static void uploadFolder(DynamicPropertyRegistry registry) {
        registry.add("lenet.http.upload-folder", () -> uploads);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /nothing, 404",
        "PUT, /api/v1/classifications, 405",
        "POST, /api/v1/training-jobs, 415",
        "POST, /v2/models/live/infer, 415",
        "GET, /api/v1/models, 415",
        "GET, /actuator/health, 415",
        "GET, /, 200"
    })
    void whatTakesNoFormAnswersBeforeItIsRead(String method, String path, int status) throws IOException {
        try (Socket socket = start(method, path)) {
            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 " + status);
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void nothingIsLeftOfAFormThatWasAnswered() {
        Form form = new Form();
        IntStream.range(0, 5).forEach(i -> form.file("file", i + ".png", new byte[100_000]));

        assertThat(postForm(CLASSIFICATIONS, form).status()).isEqualTo(415);
        await().untilAsserted(() -> assertThat(files()).isEmpty());
    }

    @Test
    void nothingIsLeftOfAFormThatBreaksOff() throws IOException {
        byte[] form = new Form().file("file", "a.png", new byte[100_000]).bytes();
        try (Socket socket = start("POST", CLASSIFICATIONS)) {
            socket.getOutputStream().write(Arrays.copyOf(form, 60_000));
            await().untilAsserted(() -> assertThat(files()).isNotEmpty());
        }
        await().untilAsserted(() -> assertThat(files()).isEmpty());
    }

    @Test
    void aFolderThatCannotBeUsedIsTheServicesFaultAndStandsInItsLog(CapturedOutput output) throws IOException {
        Path own = uploads.resolve(Long.toString(ProcessHandle.current().pid()));
        FileSystemUtils.deleteRecursively(own);
        Files.createFile(own);
        try {
            Answer answer = postForm(CLASSIFICATIONS, new Form().file("file", "a.png", png(0)));

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.json().get("type").asString()).isEqualTo("/problems/unavailable");
            assertThat(answer.text()).contains("no room for the form's files").doesNotContain("boundary");
            assertThat(output).contains("a form cannot be kept in the folder of temporary files");
        } finally {
            Files.delete(own);
            Files.createDirectory(own);
        }
    }

    @Test
    void whatAKilledProcessLeftIsRemovedAndWhatALivingOneHasIsNot(@TempDir Path folder) throws IOException {
        long living = ProcessHandle.current().parent().orElseThrow().pid();
        for (String name : List.of("999999999999", "strange", Long.toString(living))) {
            Files.createDirectory(folder.resolve(name));
            Files.createFile(folder.resolve(name).resolve("upload.tmp"));
        }

        Path own = UploadFolder.prepared(folder);

        assertThat(own).isEmptyDirectory();
        assertThat(folder.resolve("999999999999")).doesNotExist();
        assertThat(folder.resolve("strange")).isNotEmptyDirectory();
        assertThat(folder.resolve(Long.toString(living))).isNotEmptyDirectory();
    }

    private static List<Path> files() {
        try (Stream<Path> files = Files.walk(uploads)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Announces a form that it does not send. */
    private Socket start(String method, String path) throws IOException {
        Socket socket = new Socket("localhost", port);
        socket.setSoTimeout(10_000);
        socket.getOutputStream()
                .write("%s %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\nContent-Length: 1000000\r\n\r\n"
                        .formatted(method, path, new Form().contentType())
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
