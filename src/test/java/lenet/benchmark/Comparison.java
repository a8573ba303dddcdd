package lenet.benchmark;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import lenet.network.ArchitectureCatalogue;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs benchmarks and prints one table of the engines, their peers and the machine. Takes JMH's own options; without a
 * benchmark's name among them it runs all that the table shows.
 */
public final class Comparison {

    /** The peers by name: they are there only where the Maven profile compiled them. */
    private static final List<String> BENCHMARKS =
            List.of("EngineBenchmark", "OnnxRuntimeBenchmark", "DjlBenchmark", "FmaPeak");

    private Comparison() {}

    /** Takes JMH's options. */
    public static void main(String[] arguments) throws CommandLineOptionException, RunnerException, IOException {
        CommandLineOptions given = new CommandLineOptions(arguments);
        OptionsBuilder options = new OptionsBuilder();
        options.parent(given);
        if (given.getIncludes().isEmpty()) {
            BENCHMARKS.forEach(name -> options.include("\\." + name + "\\."));
        }
        Collection<RunResult> runs = new Runner(options.build()).run();
        List<Measured> results =
                runs.stream().map(Measured::of).flatMap(Optional::stream).toList();
        System.out.printf("%n%s%n%n", Machine.thisOne());
        if (!results.isEmpty()) {
            System.out.println(new ComparisonTable(results, TrainingCost.of(ArchitectureCatalogue.LENET5)).markdown());
        }
        System.out.println(AugmentationShare.sentence(runs));
    }
}
