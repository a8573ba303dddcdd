package lenet.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A sweep's trials as comma-separated values (RFC 4180): a header line, then a line a trial, the best first. */
record SweepTable(SweepResponse sweep) {

    String csv() {
        List<@Nullable Object> header = new ArrayList<>(List.of("rank", "trial", "jobId"));
        header.addAll(sweep.fields());
        header.addAll(List.of("state", "epochs", "objective", "bestEpoch", "rung"));
        return Stream.concat(Stream.of(header), sweep.trials().stream().map(this::cells))
                .map(SweepTable::line)
                .collect(Collectors.joining());
    }

    private List<@Nullable Object> cells(TrialResponse trial) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(trial.rank());
        cells.add(trial.trial());
        cells.add(trial.jobId());
        sweep.fields().forEach(field -> cells.add(trial.values().get(field)));
        cells.add(trial.state());
        cells.add(trial.epochs());
        cells.add(trial.objective());
        cells.add(trial.bestEpoch());
        cells.add(trial.rung());
        return cells;
    }

    private static String line(List<@Nullable Object> cells) {
        return cells.stream().map(cell -> Objects.toString(cell, "")).collect(Collectors.joining(",", "", "\r\n"));
    }
}
