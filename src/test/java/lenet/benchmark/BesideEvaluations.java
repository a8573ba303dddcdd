package lenet.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;

/**
 * How long a classification takes on one connection of a running service, in turn while nothing else is asked and while 50
 * clients ask for the errors of 50 models under every corruption, each a model of its own that nobody has asked about
 * before. Ends with the median of the rounds' ratios of the 99th percentiles.
 */
public final class BesideEvaluations {

    private static final int CLIENTS = 50;
    private static final int WARM_UP = 3_000;
    private static final int REQUESTS = 10_000;
    private static final Pattern PENDING = Pattern.compile("(?m)^lenet_evaluation_pending(?:\\{[^}]*})? ([0-9.E+]+)$");
    private static final Pattern VERSION = Pattern.compile("\"version\":(\\d+)");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String service;
    private final HttpRequest classification;
    private final byte[] model;

    private BesideEvaluations(String service) throws IOException, InterruptedException {
        this.service = service;
        byte[] digit = client.send(
                        request("/api/v1/dataset/test/0")
                                .header("Accept", "image/png")
                                .build(),
                        BodyHandlers.ofByteArray())
                .body();
        this.classification = request("/api/v1/classifications")
                .header("Content-Type", "image/png")
                .POST(BodyPublishers.ofByteArray(digit))
                .build();
        this.model = client.send(request("/api/v1/models/1/safetensors").build(), BodyHandlers.ofByteArray())
                .body();
    }

    /** Takes the number of rounds and the service's address, 3 and {@code http://localhost:8080} unless given. */
    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
        new BesideEvaluations(arguments.length > 1 ? arguments[1] : "http://localhost:8080").measure(rounds);
    }

    private void measure(int rounds) throws Exception {
        classify(WARM_UP);
        double[] ratios = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            List<String> models = imported();
            Latencies idle = print("idle", classify(REQUESTS));
            Latencies loaded = whileAskedFor(models);
            ratios[round] = loaded.percentile(0.99) / idle.percentile(0.99);
        }
        Arrays.sort(ratios);
        System.out.printf(Locale.ROOT, "p99, loaded over idle: %.1f, median of %d%n", ratios[rounds / 2], rounds);
    }

    /** Models whose last weight differs from every other's; their evaluation on import is no part of the measurement. */
    private List<String> imported() throws IOException, InterruptedException {
        List<String> versions = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            byte[] file = model.clone();
            ByteBuffer.wrap(file)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putFloat(file.length - Float.BYTES, System.nanoTime() % 1_000_000 / 1e9f);
            HttpRequest request = request("/api/v1/models")
                    .header("Content-Type", "application/octet-stream")
                    .POST(BodyPublishers.ofByteArray(file))
                    .build();
            versions.add(
                    found(VERSION, client.send(request, BodyHandlers.ofString()).body()));
        }
        return versions;
    }

    private Latencies whileAskedFor(List<String> models) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(models.size());
        AtomicBoolean enough = new AtomicBoolean();
        List<Future<Integer>> asking = new ArrayList<>();
        for (String version : models) {
            asking.add(clients.submit(() -> ask(version, enough)));
        }
        Latencies latencies = print("50 clients ask", classify(REQUESTS));
        enough.set(true);
        clients.shutdown();
        int answered = 0;
        for (Future<Integer> client : asking) {
            answered += client.get();
        }
        System.out.printf(Locale.ROOT, "%-16s %d of %d had their answer by then%n", "", answered, models.size());
        awaitNothingPending();
        return latencies;
    }

    /** Asks until there is an answer or it is enough; 1 for an answer. */
    private int ask(String version, AtomicBoolean enough) throws IOException, InterruptedException {
        HttpRequest request =
                request("/api/v1/models/" + version + "/evaluation/corruptions").build();
        while (!enough.get()) {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                return 1;
            }
            TimeUnit.SECONDS.sleep(
                    Long.parseLong(answer.headers().firstValue("Retry-After").orElseThrow()));
        }
        return 0;
    }

    private void awaitNothingPending() throws IOException, InterruptedException {
        HttpRequest meters = request("/actuator/prometheus").build();
        while (Double.parseDouble(found(
                        PENDING, client.send(meters, BodyHandlers.ofString()).body()))
                > 0) {
            TimeUnit.SECONDS.sleep(1);
        }
    }

    private Latencies classify(int requests) throws IOException, InterruptedException {
        double[] milliseconds = new double[requests];
        for (int i = 0; i < requests; i++) {
            long start = System.nanoTime();
            int status = client.send(classification, BodyHandlers.ofByteArray()).statusCode();
            milliseconds[i] = (System.nanoTime() - start) / 1e6;
            if (status != 200) {
                throw new IOException("classification answered " + status);
            }
        }
        return new Latencies(DoubleStream.of(milliseconds));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(service + path));
    }

    private static String found(Pattern pattern, String text) throws IOException {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IOException("no " + pattern + " in " + text);
        }
        return matcher.group(1);
    }

    private static Latencies print(String what, Latencies latencies) {
        System.out.printf(
                Locale.ROOT,
                "%-16s p50 %6.2f ms  p90 %6.2f ms  p99 %6.2f ms  max %6.2f ms%n",
                what,
                latencies.percentile(0.5),
                latencies.percentile(0.9),
                latencies.percentile(0.99),
                latencies.longest());
        return latencies;
    }
}
