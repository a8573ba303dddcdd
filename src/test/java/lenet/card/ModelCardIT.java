package lenet.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lenet.dataset.Dataset;
import lenet.dataset.Images;
import lenet.dataset.Split;
import lenet.model.BundledModel;
import lenet.model.ModelRegistry;
import lenet.model.TrainedModel;
import lenet.network.Architecture;
import lenet.network.ArchitectureCatalogue;
import lenet.network.Classifier;
import lenet.network.Engines;
import lenet.network.Parameters;
import lenet.testing.Needs;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The card's own programs on the card's own files, each in the runtime it is for; every one must see the seven. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.datasource.url=jdbc:h2:mem:card;DB_CLOSE_DELAY=-1")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // Spring and JUnit set the fields.
class ModelCardIT {

    private static final Pattern PROGRAM = Pattern.compile("### ([^\\n]+)\\n.*?```[a-z]+\\n(.*?)```", Pattern.DOTALL);
    private static final String LIVE = "/api/v1/models/live/";
    private static final String SEVEN = "7";

    @LocalServerPort
    int port;

    @Autowired
    ModelRegistry registry;

    @Autowired
    Engines engines;

    private Path folder;
    private Map<String, String> programs = Map.of();

    @BeforeAll
    void fetchTheCardAndItsFiles(@TempDir Path shared) throws Exception {
        folder = shared;
        programs = programs(LIVE);
        for (String format : List.of("onnx", "safetensors", "dl4j")) {
            String ending = format.equals("dl4j") ? "zip" : format;
            Files.write(folder.resolve("lenet5-1." + ending), get(LIVE + format, "*/*"));
        }
        Files.write(folder.resolve("digit.json"), get("/api/v1/dataset/test/0", "application/json"));
        Files.write(folder.resolve("digit.png"), get("/api/v1/dataset/test/0", "image/png"));
    }

    @Test
    @Needs.PyTorch
    void thePyTorchProgramSeesASeven() throws Exception {
        assertThat(run("/usr/bin/python3", written("PyTorch", "pytorch.py"))).isEqualTo(SEVEN);
    }

    /** Connection tables, trained subsampling, codes: the logits up to what is common to all, which no digit hangs on. */
    @ParameterizedTest
    @Needs.PyTorch
    @ValueSource(strings = {"lenet5-1998", "lenet4", "lenet1"})
    void thePyTorchProgramComputesThePapersNetworks(String name) throws Exception {
        TrainedModel model = random(ArchitectureCatalogue.find(name).orElseThrow());
        long version = registry.add(model).version();
        String path = "/api/v1/models/%d/".formatted(version);
        Files.write(folder.resolve("%s-%d.safetensors".formatted(name, version)), get(path + "safetensors", "*/*"));
        String program = Objects.requireNonNull(programs(path).get("PyTorch"));
        Files.writeString(folder.resolve(name + ".py"), program + "print(*logits(image)[0].tolist())\n");

        double[] logits = Arrays.stream(run("/usr/bin/python3", name + ".py").split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();

        assertThat(centred(logits)).containsExactly(centred(expected(model)), within(1e-4));
    }

    @Test
    void theJavaProgramForOnnxRuntimeSeesASeven() throws Exception {
        assertThat(run(java(), "-cp", classPath(), written("ONNX Runtime, Java", "OnnxRuntime.java")))
                .isEqualTo(SEVEN);
    }

    @Test
    void theProgramForDeeplearning4jSeesASeven() throws Exception {
        assertThat(run(java(), "-cp", classPath(), written("Deeplearning4j", "Deeplearning4j.java")))
                .isEqualTo(SEVEN);
    }

    @Test
    @Needs.Node
    void theJavaScriptProgramSeesASeven() throws Exception {
        try (InputStream packages = ModelCardIT.class.getResourceAsStream("/node/package.json")) {
            Files.write(
                    folder.resolve("package.json"),
                    Objects.requireNonNull(packages).readAllBytes());
        }
        run("npm", "install", "--silent", "--no-audit", "--no-fund");

        assertThat(run("node", written("ONNX Runtime, JavaScript", "onnxruntime.mjs")))
                .isEqualTo(SEVEN);
    }

    /** Neither package can be had where this is built: what they are asked to do is only held to be Python. */
    @Test
    @Needs.PyTorch
    void thePythonProgramsForOnnxRuntimeAndSafetensorsAreWellFormed() throws Exception {
        assertThat(run(
                        "/usr/bin/python3",
                        "-m",
                        "py_compile",
                        written("ONNX Runtime, Python", "onnxruntime.py"),
                        written("safetensors, Python", "safetensors.py")))
                .isEmpty();
    }

    /** Biases are random, too. */
    private static TrainedModel random(Architecture architecture) {
        TrainedModel bundled = BundledModel.load();
        SplittableRandom random = new SplittableRandom(5);
        float[] values = Parameters.initial(architecture, 3).toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] += (float) random.nextDouble(-0.1, 0.1);
        }
        return new TrainedModel(
                architecture,
                bundled.scaling(),
                Parameters.of(architecture, values),
                bundled.provenance(),
                bundled.scores());
    }

    private double[] expected(TrainedModel model) {
        Images images = Dataset.bundled().split(Split.TEST).images();
        try (Classifier classifier =
                engines.preferred().classifier(model.architecture(), model.scaling(), model.parameters())) {
            float[] logits = classifier.logits(images, 0, 1);
            return IntStream.range(0, logits.length).mapToDouble(i -> logits[i]).toArray();
        }
    }

    private static double[] centred(double[] logits) {
        double mean = Arrays.stream(logits).average().orElseThrow();
        return Arrays.stream(logits).map(logit -> logit - mean).toArray();
    }

    private Map<String, String> programs(String model) throws Exception {
        return PROGRAM.matcher(new String(get(model + "card", "text/markdown"), StandardCharsets.UTF_8))
                .results()
                .collect(Collectors.toMap(found -> found.group(1), (MatchResult found) -> found.group(2)));
    }

    private String written(String program, String fileName) throws IOException {
        Files.writeString(folder.resolve(fileName), Objects.requireNonNull(programs.get(program), program));
        return fileName;
    }

    /** What the command prints last on its standard output; it must succeed. */
    private String run(String... command) throws Exception {
        Path output = folder.resolve("output.txt");
        Path errors = folder.resolve("errors.txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        boolean ended = process.waitFor(2, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(ended && process.exitValue() == 0)
                .as("%s:%n%s%n%s", Arrays.toString(command), Files.readString(output), Files.readString(errors))
                .isTrue();
        List<String> lines = Files.readAllLines(output);
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1).strip();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The libraries alone, as somebody else would have them, without anything of this service. */
    private static String classPath() {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getProperty("java.class.path"))
                .filter(entry -> entry.endsWith(".jar") && !entry.contains("lenet5-service"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private byte[] get(String path, String accept) throws Exception {
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .header("Accept", accept)
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }
}
