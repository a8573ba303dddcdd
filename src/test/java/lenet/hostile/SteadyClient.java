package lenet.hostile;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Has a seven classified, again and again, for as long as it is open. */
final class SteadyClient implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Thread thread = new Thread(this::classify, "steady client");
    private final HttpRequest request;
    private final List<Long> millis = new ArrayList<>();
    private final List<String> unexpected = new ArrayList<>();
    private int refused;
    private volatile boolean closed;

    SteadyClient(URI service, byte[] seven) {
        request = HttpRequest.newBuilder(service.resolve("/api/v1/classifications"))
                .timeout(PATIENCE)
                .header("Content-Type", "image/png")
                .POST(BodyPublishers.ofByteArray(seven))
                .build();
        thread.start();
    }

    private void classify() {
        try {
            while (!closed) {
                long start = System.nanoTime();
                try {
                    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
                    judge(answer, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
                } catch (IOException e) {
                    unexpected.add(e.toString());
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void judge(HttpResponse<String> answer, long took) {
        if (answer.statusCode() == 200 && JsonPath.<Integer>read(answer.body(), "$.digit") == 7) {
            millis.add(took);
        } else if (answer.statusCode() == 503
                && answer.headers().firstValue("Retry-After").isPresent()
                && answer.body().contains("\"/problems/")) {
            refused++;
        } else {
            unexpected.add(answer + " " + answer.headers().map() + " " + answer.body());
        }
    }

    /** Ends with the request that is on its way; what it saw can be asked for afterwards. */
    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.join();
    }

    int classified() {
        return millis.size();
    }

    /** Answers that were neither a seven nor a 503 as documented. */
    List<String> unexpected() {
        return unexpected;
    }

    String summary() {
        List<Long> sorted = millis.stream().sorted().toList();
        return sorted.isEmpty()
                ? "no answer"
                : "%d × 200, %d × 503, %d others; 200 within %d ms (half), %d ms (99 %%), %d ms (all)"
                        .formatted(
                                sorted.size(),
                                refused,
                                unexpected.size(),
                                sorted.get(sorted.size() / 2),
                                sorted.get(sorted.size() * 99 / 100),
                                sorted.get(sorted.size() - 1));
    }
}
