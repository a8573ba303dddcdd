package lenet;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts the service on a throw-away database, uses it as its clients will and stops it: a life in small, from which the
 * JVM learns what to keep in its AOT cache. The image is built with it.
 */
public final class TrialRun {

    /** Until the methods that answer have been compiled, so that the cache says which they are. */
    private static final int CLASSIFICATIONS = 500;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String service;

    private TrialRun(String port) {
        service = "http://localhost:" + port;
    }

    /** Takes no arguments; ends with an exception if the service does not answer as it should. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        String[] settings = {"--server.port=0", "--spring.datasource.url=jdbc:h2:mem:trial"};
        try (ConfigurableApplicationContext context = LenetApplication.start(settings)) {
            new TrialRun(context.getEnvironment().getRequiredProperty("local.server.port")).use();
        }
    }

    private void use() throws IOException, InterruptedException {
        byte[] digit = succeeded(request("/api/v1/dataset/test/0").header("Accept", "image/png"));
        for (int i = 0; i < CLASSIFICATIONS; i++) {
            succeeded(request("/api/v1/classifications")
                    .header("Content-Type", "image/png")
                    .POST(BodyPublishers.ofByteArray(digit)));
        }
        // Unpacks Deeplearning4j's native libraries.
        succeeded(request("/api/v1/models/live/dl4j"));
        succeeded(request("/actuator/health/readiness"));
        succeeded(request("/actuator/prometheus"));
        succeeded(request("/api/v1/training-jobs"));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(service + path));
    }

    private byte[] succeeded(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IOException(response + " in the trial run");
        }
        return response.body();
    }
}
