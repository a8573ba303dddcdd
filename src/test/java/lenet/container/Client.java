package lenet.container;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** The little of HTTP that a newcomer types as curl. */
public final class Client {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;

    public Client(String host, int port) {
        address = "http://" + host + ":" + port;
    }

    public byte[] get(String path, String accept) throws IOException, InterruptedException {
        HttpRequest request = request(path).header("Accept", accept).build();
        return succeeded(http.send(request, BodyHandlers.ofByteArray()));
    }

    public String text(String path, String accept) throws IOException, InterruptedException {
        return new String(get(path, accept), StandardCharsets.UTF_8);
    }

    /** What stands at {@code jsonPath} of the answer, as text; a list as {@code [1,2]}. */
    public String value(String path, String jsonPath) throws IOException, InterruptedException {
        return String.valueOf(JsonPath.<Object>read(text(path, "application/json"), jsonPath));
    }

    public String post(String path, String contentType, byte[] body) throws IOException, InterruptedException {
        HttpRequest request = request(path)
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return new String(succeeded(http.send(request, BodyHandlers.ofByteArray())), StandardCharsets.UTF_8);
    }

    /** The lines of an event stream, until the server ends it. */
    Stream<String> events(String path) throws IOException, InterruptedException {
        HttpRequest request =
                request(path).header("Accept", "text/event-stream").build();
        return http.send(request, BodyHandlers.ofLines()).body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path));
    }

    private static byte[] succeeded(HttpResponse<byte[]> response) throws IOException {
        if (response.statusCode() / 100 != 2) {
            throw new IOException(response + " " + new String(response.body(), StandardCharsets.UTF_8));
        }
        return response.body();
    }
}
