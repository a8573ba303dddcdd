package lenet.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

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
                submitted.put(row, submitted(row, null));
            }
        }
        List<RowResult> results = new ArrayList<>();
        for (Row row : options.rows()) {
            List<Run> runs =
                    switch (row.kind()) {
                        case JOB -> trained(row, submitted.getOrDefault(row, List.of()));
                        case TAUGHT -> taught(row, results);
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

    private List<String> submitted(Row row, @Nullable Long teacher) throws IOException, InterruptedException {
        List<String> paths = new ArrayList<>();
        for (int seed = 1; seed <= options.seeds(); seed++) {
            ObjectNode body = row.body(seed, options.epochs());
            if (teacher != null) {
                body.put("teacher", teacher);
            }
            paths.add(jobs.submitted(row, body));
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

    /** None where there is nobody to teach them. */
    private List<Run> taught(Row row, List<RowResult> results) throws IOException, InterruptedException {
        List<Run> teachers =
                members(row, results).stream().flatMap(List::stream).toList();
        Optional<Long> teacher = teachers.size() > 1
                ? ensembles.averaged(row, row.teacher(), teachers).map(Run::model)
                // An average of one is no ensemble.
                : teachers.stream().findFirst().map(Run::model);
        return teacher.isEmpty() ? List.of() : trained(row, submitted(row, teacher.get()));
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
        List<List<Run>> rows = members(row, results);
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

    /** What came of each of the rows that {@code row} is made of. */
    private static List<List<Run>> members(Row row, List<RowResult> results) {
        return row.members().stream()
                .map(name -> RowResult.of(name, results).map(RowResult::runs).orElse(List.of()))
                .toList();
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
