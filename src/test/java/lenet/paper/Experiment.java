package lenet.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Trains the rows asked for, each once a seed. All jobs wait in the service's queue from the beginning. */
final class Experiment {

    private static final Logger LOG = LoggerFactory.getLogger(Experiment.class);

    private final Options options;
    private final Models models;
    private final Jobs jobs;
    private final Ensembles ensembles;

    Experiment(Api api, Options options) {
        this.options = options;
        this.models = new Models(api);
        this.jobs = new Jobs(api, models);
        this.ensembles = new Ensembles(api, models);
    }

    /** What came of every row that the service can train, in their order. */
    List<RowResult> results() throws IOException, InterruptedException {
        Map<Row, List<String>> submitted = new LinkedHashMap<>();
        for (Row row : options.rows()) {
            if (row.kind() == Row.Kind.JOB) {
                submitted.put(row, submitted(row));
            }
        }
        List<RowResult> results = new ArrayList<>();
        for (Row row : options.rows()) {
            List<Run> runs =
                    switch (row.kind()) {
                        case JOB -> trained(row, submitted.getOrDefault(row, List.of()));
                        case ENSEMBLE -> ensembles(row);
                        case AVERAGE -> averages(row, results);
                    };
            if (runs.isEmpty()) {
                LOG.warn("{} is left out: nothing was trained", row.name());
            } else {
                results.add(new RowResult(row, models.multiplyAdds(runs.get(0).members()), runs));
            }
        }
        return results;
    }

    private List<String> submitted(Row row) throws IOException, InterruptedException {
        List<String> paths = new ArrayList<>();
        for (int seed = 1; seed <= options.seeds(); seed++) {
            paths.add(jobs.submitted(row, row.body(seed, options.epochs())));
        }
        return paths;
    }

    private List<Run> trained(Row row, List<String> paths) throws IOException, InterruptedException {
        List<Run> runs = new ArrayList<>();
        for (String path : paths) {
            add(row, jobs.trained(path), runs);
        }
        return runs;
    }

    private List<Run> ensembles(Row row) throws IOException, InterruptedException {
        List<Run> runs = new ArrayList<>();
        for (int seed = 1; seed <= options.seeds(); seed++) {
            add(row, ensembles.trained(row, row.body(seed, options.epochs())), runs);
        }
        return runs;
    }

    /** One for each seed, which is left out of its average. */
    private List<Run> averages(Row row, List<RowResult> results) throws IOException, InterruptedException {
        List<List<Run>> rows = row.members().stream()
                .map(name -> RowResult.of(name, results).map(RowResult::runs).orElse(List.of()))
                .toList();
        int seeds = rows.stream().mapToInt(List::size).min().orElse(0);
        List<Run> runs = new ArrayList<>();
        // An average of one is no ensemble.
        for (int out = 0; out < seeds && seeds > 2; out++) {
            List<Run> members = new ArrayList<>();
            for (List<Run> all : rows) {
                members.addAll(all.subList(0, out));
                members.addAll(all.subList(out + 1, all.size()));
            }
            add(row, ensembles.averaged(row, row.body(out + 1, null), members), runs);
        }
        return runs;
    }

    private static void add(Row row, Optional<Run> ended, List<Run> runs) {
        ended.ifPresent(run -> {
            runs.add(run);
            LOG.info(
                    "{}, {} of its runs: model {}, {} wrong of 10,000 test pictures",
                    row.name(),
                    runs.size(),
                    run.model(),
                    Math.round(10_000 * run.testError()));
        });
    }
}
