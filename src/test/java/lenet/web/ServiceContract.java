package lenet.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import lenet.dataset.Dataset;
import lenet.dataset.Split;
import lenet.image.GrayImage;
import lenet.network.Engines;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.bean.override.convention.TestBean;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service on a port of its own with an engine that answers at once, and a client to talk to it. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:contract;DB_CLOSE_DELAY=-1",
            // Nobody is turned away because the machine is busy with other tests.
            "lenet.classification.deadline=1m",
            "lenet.evaluation.deadline=5m",
            // Boot's tests export no metrics unless told to.
            "management.prometheus.metrics.export.enabled=true"
        })
@SuppressWarnings("NullAway.Init") // Spring fills the fields.
abstract class ServiceContract {

    static final String CLASSIFICATIONS = "/api/v1/classifications";

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TestBean
    Engines engines;

    @Autowired
    Dataset dataset;

    @LocalServerPort
    int port;

    static Engines engines() {
        return new Engines(List.of(new GatedEngine()));
    }

    /** An answer with its body as bytes, text or JSON. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared as a whole.
    record Answer(int status, String contentType, byte[] bytes) {

        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(bytes);
        }
    }

    Answer get(String path, String accept) {
        return send(request(path).header("Accept", accept).GET());
    }

    Answer get(String path) {
        return get(path, "*/*");
    }

    Answer post(String path, String contentType, byte[] body) {
        return send(
                request(path).header("Content-Type", contentType).POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    Answer postForm(String path, Form form) {
        return post(path, form.contentType(), form.bytes());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** A digit of the test split. */
    GrayImage digit(int index) {
        return GrayImage.of(28, 28, dataset.split(Split.TEST).images().copy(index));
    }

    byte[] png(int index) {
        return digit(index).toPng();
    }
}
