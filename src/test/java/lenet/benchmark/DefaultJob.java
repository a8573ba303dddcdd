package lenet.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Time from sending a training job to its being COMPLETED, over HTTP, against a running service that does nothing else.
 * Prints a line for each of the runs and their median; a first run warms the service and does not count.
 */
public final class DefaultJob {

    private static final String DEFAULT_RECIPE = "{\"promote\": \"never\", \"name\": \"benchmark\"}";
    private static final int MILLISECONDS_BETWEEN_POLLS = 100;
    private static final Pattern STATE = Pattern.compile("\"state\":\"(\\w+)\"");
    private static final Pattern ACCURACY = Pattern.compile("\"accuracy\":([-+.\\dE]+)");
    private static final Pattern IMAGES_PER_SECOND = Pattern.compile("\"imagesPerSecond\":([-+.\\dE]+)");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String service;
    private final String job;

    private DefaultJob(String service, String job) {
        this.service = service;
        this.job = job;
    }

    /**
     * Takes the number of runs, 3 unless given, the service's address, {@code http://localhost:8080} unless given, and
     * the job as JSON, the default recipe unless given.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
        String service = arguments.length > 1 ? arguments[1] : "http://localhost:8080";
        String job = arguments.length > 2 ? arguments[2] : DEFAULT_RECIPE;
        new DefaultJob(service, job).measure(runs);
    }

    private void measure(int runs) throws IOException, InterruptedException {
        run("warm-up");
        double[] seconds = new double[runs];
        for (int i = 0; i < runs; i++) {
            seconds[i] = run("run " + (i + 1));
        }
        System.out.printf(Locale.ROOT, "%-8s %7.2f s%n", "median", median(seconds));
    }

    /** Trains once and says how it went; gives the seconds it took. */
    private double run(String what) throws IOException, InterruptedException {
        long start = System.nanoTime();
        String location = post();
        awaitCompleted(location);
        double seconds = (System.nanoTime() - start) / 1e9;
        double accuracy = numbers(ACCURACY, get(location + "/evaluation"))[0];
        double[] speeds = numbers(IMAGES_PER_SECOND, get(location + "/curves"));
        System.out.printf(
                Locale.ROOT,
                "%-8s %7.2f s  test accuracy %.2f %%  median epoch %,.0f images/s%n",
                what,
                seconds,
                100 * accuracy,
                median(speeds));
        return seconds;
    }

    private String post() throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(service + "/api/v1/training-jobs"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(job))
                        .build(),
                BodyHandlers.ofString());
        return answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new IOException("a training job was refused: " + answer.body()));
    }

    private void awaitCompleted(String location) throws IOException, InterruptedException {
        while (true) {
            String body = get(location);
            String state = STATE.matcher(body)
                    .results()
                    .map(found -> found.group(1))
                    .findFirst()
                    .orElse("no state");
            switch (state) {
                case "COMPLETED" -> {
                    return;
                }
                case "QUEUED", "RUNNING" -> Thread.sleep(MILLISECONDS_BETWEEN_POLLS);
                default -> throw new IOException("expected a job that completes, found " + body);
            }
        }
    }

    private String get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(service + path))
                .header("Accept", "application/json")
                .build();
        return client.send(request, BodyHandlers.ofString()).body();
    }

    private static double[] numbers(Pattern pattern, String json) throws IOException {
        double[] numbers = pattern.matcher(json)
                .results()
                .map(found -> found.group(1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        if (numbers.length == 0) {
            throw new IOException("expected " + pattern + ", found " + json);
        }
        return numbers;
    }

    /** Of an even number of values the lower of the two in the middle. */
    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(sorted.length - 1) / 2];
    }
}
