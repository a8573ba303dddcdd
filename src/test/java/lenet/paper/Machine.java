package lenet.paper;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the models were trained on, as they say themselves; with commas where they do not agree.
 *
 * @param cores of the machine, or empty where the service does not tell
 * @param dates in UTC, from the first model to the last
 */
record Machine(String processor, String cores, String operatingSystem, String java, String commit, String dates) {

    private static final Pattern CORES = Pattern.compile("(?m)^system_cpu_count(?:\\{.*})? (\\d+)");

    static Machine of(Api api, List<RowResult> results) throws IOException, InterruptedException {
        List<Origin> origins = results.stream()
                .flatMap(result -> result.runs().stream())
                .map(Run::origin)
                .toList();
        String cores = CORES.matcher(api.text("/actuator/prometheus"))
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElse("");
        return new Machine(
                distinct(origins, Origin::processor),
                cores,
                distinct(origins, Origin::operatingSystem),
                distinct(origins, Origin::java),
                distinct(origins, Origin::commit),
                dates(origins));
    }

    private static String distinct(List<Origin> origins, Function<Origin, String> property) {
        return origins.stream().map(property).distinct().sorted().collect(Collectors.joining(", "));
    }

    private static String dates(List<Origin> origins) {
        List<String> days = origins.stream()
                .map(origin ->
                        origin.trainedAt().atZone(ZoneOffset.UTC).toLocalDate().toString())
                .distinct()
                .sorted()
                .toList();
        return days.size() < 2 ? String.join("", days) : days.get(0) + " to " + days.get(days.size() - 1);
    }

    @Override
    public String toString() {
        return "%s%s, %s, %s"
                .formatted(processor, cores.isEmpty() ? "" : ", " + cores + " cores", operatingSystem, java);
    }
}
