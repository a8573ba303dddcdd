package lenet.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.info.GitProperties;

/**
 * What this process runs on.
 *
 * @param java the Java runtime
 * @param operatingSystem name, version and architecture
 * @param processor the processor's model and those of its instruction sets that matter to a network
 * @param libraries versions of the libraries that training depends on
 * @param service version of this service
 * @param commit its commit, where it was built from a repository
 */
public record RunningSystem(
        String java,
        String operatingSystem,
        String processor,
        String libraries,
        String service,
        @Nullable String commit) {

    private static final Path LINUX_PROCESSORS = Path.of("/proc/cpuinfo");
    private static final List<String> VECTOR_SETS = List.of("sse", "avx", "fma", "f16c", "amx", "asimd", "sve");

    /** This process; {@code git} is absent where the service was not built from a repository. */
    public static RunningSystem describe(BuildProperties build, @Nullable GitProperties git) {
        return new RunningSystem(
                System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
                Stream.of("os.name", "os.version", "os.arch")
                        .map(System::getProperty)
                        .collect(Collectors.joining(" ")),
                processorName(),
                "Deeplearning4j %s, Spring Boot %s"
                        .formatted(build.get("deeplearning4j"), SpringBootVersion.getVersion()),
                String.valueOf(build.getVersion()),
                git == null ? null : git.get("commit.id.full"));
    }

    private static String processorName() {
        String architecture =
                System.getProperty("os.arch") + ", " + Runtime.getRuntime().availableProcessors() + " cores";
        try {
            List<String> lines = Files.readAllLines(LINUX_PROCESSORS);
            String model = value(lines, "model name").orElse(architecture);
            String sets = value(lines, "flags")
                    .or(() -> value(lines, "Features"))
                    .map(RunningSystem::vectorSets)
                    .orElse("");
            return sets.isEmpty() ? model : model + " (" + sets + ")";
        } catch (IOException e) {
            // Not on Linux, which is the only one to tell in a file.
            return architecture;
        }
    }

    private static Optional<String> value(List<String> lines, String key) {
        return lines.stream()
                .filter(line -> line.startsWith(key) && line.contains(":"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst();
    }

    private static String vectorSets(String flags) {
        return Stream.of(flags.split(" "))
                .filter(flag -> VECTOR_SETS.stream().anyMatch(flag::startsWith))
                .collect(Collectors.joining(" "));
    }
}
