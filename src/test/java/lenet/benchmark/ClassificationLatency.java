package lenet.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * Time from sending a digit's PNG to having the answer, over HTTP on one connection, against a running service: first
 * idle, then while a training job of the default recipe runs there. Prints percentiles in milliseconds.
 */
public final class ClassificationLatency {

    private static final int WARM_UP = 500;
    private static final int REQUESTS = 3_000;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String service;

    private ClassificationLatency(String service) {
        this.service = service;
    }

    /** Takes the service's address, {@code http://localhost:8080} unless given. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        new ClassificationLatency(arguments.length > 0 ? arguments[0] : "http://localhost:8080").measure();
    }

    private void measure() throws IOException, InterruptedException {
        byte[] digit = client.send(
                        request("/dataset/test/0").header("Accept", "image/png").build(), BodyHandlers.ofByteArray())
                .body();
        round(digit, WARM_UP);
        print("idle", round(digit, REQUESTS));
        HttpResponse<String> job = client.send(
                request("/training-jobs")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"promote\": \"never\", \"name\": \"latency under load\"}"))
                        .build(),
                BodyHandlers.ofString());
        String location = job.headers().firstValue("Location").orElseThrow();
        awaitRunning(location);
        print("while a job trains", round(digit, REQUESTS));
        client.send(
                HttpRequest.newBuilder(URI.create(service + location + "/cancel"))
                        .POST(BodyPublishers.noBody())
                        .build(),
                BodyHandlers.discarding());
    }

    private void awaitRunning(String location) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(service + location)).build();
        while (!client.send(request, BodyHandlers.ofString()).body().contains("\"state\":\"RUNNING\"")) {
            Thread.onSpinWait();
        }
    }

    private Latencies round(byte[] digit, int requests) throws IOException, InterruptedException {
        HttpRequest request = request("/classifications")
                .header("Content-Type", "image/png")
                .POST(BodyPublishers.ofByteArray(digit))
                .build();
        double[] milliseconds = new double[requests];
        for (int i = 0; i < requests; i++) {
            long start = System.nanoTime();
            int status = client.send(request, BodyHandlers.ofByteArray()).statusCode();
            milliseconds[i] = (System.nanoTime() - start) / 1e6;
            if (status != 200) {
                throw new IOException("classification answered " + status);
            }
        }
        return new Latencies(DoubleStream.of(milliseconds));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(service + "/api/v1" + path));
    }

    private static void print(String what, Latencies latencies) {
        System.out.printf(
                Locale.ROOT,
                "%-20s p50 %6.2f ms  p90 %6.2f ms  p99 %6.2f ms  max %6.2f ms%n",
                what,
                latencies.percentile(0.5),
                latencies.percentile(0.9),
                latencies.percentile(0.99),
                latencies.longest());
    }
}
