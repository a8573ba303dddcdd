package lenet.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What the figures were taken on, in one line. */
record Machine(String processor, int cores, String system, String jdk, String vectors) {

    private static final Path LINUX_PROCESSORS = Path.of("/proc/cpuinfo");

    static Machine thisOne() throws IOException {
        return new Machine(
                processorName(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                "%d floats of %d bits".formatted(FmaPeak.SPECIES.length(), FmaPeak.SPECIES.vectorBitSize()));
    }

    private static String processorName() throws IOException {
        String architecture = System.getProperty("os.arch");
        if (!Files.isReadable(LINUX_PROCESSORS)) {
            return architecture;
        }
        try (Stream<String> lines = Files.lines(LINUX_PROCESSORS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(architecture);
        }
    }

    @Override
    public String toString() {
        return "%s, %d cores, %s, %s, preferred vectors %s".formatted(processor, cores, system, jdk, vectors);
    }
}
