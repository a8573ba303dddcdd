package lenet.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A client of server-sent events that reads at its own pace. */
final class EventStream implements AutoCloseable {

    private final HttpResponse<InputStream> response;
    private final BufferedReader lines;

    private EventStream(HttpResponse<InputStream> response) {
        this.response = response;
        this.lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    /** One event; the id is empty where there is none. */
    record Event(String id, String name, String data) {}

    static EventStream open(int port, String job, int lastEventId) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + Jobs.PATH + "/" + job + "/events"))
                .header("Accept", "text/event-stream")
                .header("Last-Event-ID", Integer.toString(lastEventId))
                .build();
        return new EventStream(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream()));
    }

    HttpResponse<InputStream> response() {
        return response;
    }

    /** The next event; nothing at the stream's end. */
    Optional<Event> next() throws IOException {
        String id = "";
        String name = "";
        String data = "";
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("id:")) {
                id = line.substring(3);
            } else if (line.startsWith("event:")) {
                name = line.substring(6);
            } else if (line.startsWith("data:")) {
                data = line.substring(5);
            } else if (line.isEmpty() && !name.isEmpty()) {
                return Optional.of(new Event(id, name, data));
            }
        }
        return Optional.empty();
    }

    /** Every event until the stream's end. */
    List<Event> rest() throws IOException {
        List<Event> events = new ArrayList<>();
        for (Optional<Event> event = next(); event.isPresent(); event = next()) {
            events.add(event.get());
        }
        return events;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
