package lenet.model.onnx;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** ONNX's own checker, run by {@code src/test/onnx-checker/CheckOnnx.java} in a JVM of its own. */
final class OnnxChecker {

    private static final Path HOME = Path.of("target", "onnx-checker");

    private OnnxChecker() {}

    /** What the checker says of the files that are not valid, a line each. */
    static List<String> complaints(Path... files) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dorg.bytedeco.javacpp.cachedir=" + HOME.resolve("natives"),
                "--class-path",
                HOME.resolve("*").toString(),
                Path.of("src", "test", "onnx-checker", "CheckOnnx.java").toString()));
        Arrays.stream(files).map(Path::toString).forEach(command::add);
        Process checker = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String complaints = new String(checker.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (checker.waitFor() != 0) {
            throw new AssertionError("the checker did not run");
        }
        return complaints.lines().toList();
    }
}
