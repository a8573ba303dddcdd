package lenet.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** More requests than the processors can take, over HTTP, with an engine that can be made to stand still. */
@TestPropertySource(properties = {"lenet.classification.queue-capacity=4", "lenet.classification.deadline=10m"})
@SuppressWarnings("NullAway.Init") // Set before each test.
class OverloadTest extends ServiceContract {

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
    private static final int QUEUE_CAPACITY = 4;

    @Autowired
    MeterRegistry meters;

    private GatedEngine gate;

    private final ExecutorService clients = Executors.newCachedThreadPool();
    private final List<Future<Answer>> computing = new ArrayList<>();

    @BeforeEach
    void fillTheProcessors() throws InterruptedException {
        gate = (GatedEngine) engines.preferred();
        gate.close();
        for (int i = 0; i < PROCESSORS; i++) {
            computing.add(classify(i));
        }
        gate.awaitArrivals(PROCESSORS);
    }

    @AfterEach
    void openTheGate() throws Exception {
        gate.open();
        for (Future<Answer> answer : computing) {
            assertThat(answer.get().status()).isEqualTo(200);
        }
        await(() -> waiting() == 0);
        clients.shutdown();
    }

    @Test
    void whatTheQueueCannotHoldIsRefusedAtOnceAndTheRestIsAnswered() throws Exception {
        List<Future<Answer>> waiting = fillTheQueue();

        for (int i = 0; i < 10; i++) {
            HttpResponse<String> refused = HttpClient.newHttpClient()
                    .send(
                            request(CLASSIFICATIONS)
                                    .header("Content-Type", "image/png")
                                    .POST(BodyPublishers.ofByteArray(png(i)))
                                    .build(),
                            BodyHandlers.ofString());
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).contains("1");
            assertThat(refused.body()).contains("/problems/overloaded", "4 requests wait");
        }

        gate.open();
        for (Future<Answer> answer : waiting) {
            assertThat(answer.get().status()).isEqualTo(200);
        }
    }

    @Test
    void aFormWaitsInTheSameQueue() {
        fillTheQueue();

        assertThat(postForm(CLASSIFICATIONS, new Form().file("file", "a.png", png(0)))
                        .status())
                .isEqualTo(503);
    }

    @Test
    void pixelsWaitInTheSameQueue() {
        fillTheQueue();
        String pixels = "{\"pixels\":[%s]}"
                .formatted(String.join(
                        ",", IntStream.range(0, 784).mapToObj(i -> "255").toList()));

        assertThat(post(CLASSIFICATIONS, "application/json", pixels.getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(503);
    }

    @Test
    void anInferenceOfTheOpenProtocolWaitsInTheSameQueue() {
        fillTheQueue();
        String tensor = "{\"inputs\":[{\"name\":\"image\",\"datatype\":\"UINT8\",\"shape\":[1,1,28,28],\"data\":[%s]}]}"
                .formatted(String.join(",", Collections.nCopies(784, "255")));

        Answer refused = post("/v2/models/live/infer", "application/json", tensor.getBytes(StandardCharsets.UTF_8));

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.json().get("error").asString()).contains("wait for their turn");
    }

    @Test
    void everybodyWhoIsAnsweredIsAnsweredRight() throws Exception {
        gate.open();
        List<String> expected = IntStream.range(0, 64)
                .mapToObj(i -> post(CLASSIFICATIONS, "image/png", png(i)).text())
                .toList();

        List<Future<Answer>> flood =
                IntStream.range(0, 640).mapToObj(i -> classify(i % 64)).toList();

        int answered = 0;
        for (int i = 0; i < flood.size(); i++) {
            Answer answer = flood.get(i).get();
            if (answer.status() == 200) {
                answered++;
                assertThat(answer.text()).isEqualTo(expected.get(i % 64));
            } else {
                assertThat(answer.json().get("type").asString()).isEqualTo("/problems/overloaded");
            }
        }
        assertThat(answered).isGreaterThan(PROCESSORS);
        assertThat(get("/actuator/health/readiness").json().get("status").asString())
                .isEqualTo("UP");
    }

    @Test
    void nothingIsComputedForAClientThatLeft() throws Exception {
        double before = dropped("caller_left");
        try (Socket first = connected();
                Socket second = connected()) {
            send(first, 0, false);
            send(second, 1, true);
            await(() -> waiting() == 2);
        }
        Future<Answer> patient = classify(2);
        await(() -> waiting() == 3);
        waitLongEnoughToBeAsked();

        gate.open();

        assertThat(patient.get().status()).isEqualTo(200);
        await(() -> waiting() == 0);
        assertThat(dropped("caller_left")).isEqualTo(before + 2);
        assertThat(gate.passes()).isEqualTo(PROCESSORS + 1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aClientThatSendsItsNextRequestEarlyHasNotLeft(boolean chunked) throws Exception {
        try (Socket client = connected()) {
            send(client, 0, chunked);
            await(() -> waiting() == 1);
            send(client, 1, chunked);
            waitLongEnoughToBeAsked();

            gate.open();

            assertThat(answerLines(client, 2)).containsExactly("HTTP/1.1 200", "HTTP/1.1 200");
        }
    }

    private List<Future<Answer>> fillTheQueue() {
        List<Future<Answer>> waiting = new ArrayList<>();
        for (int i = 0; i < QUEUE_CAPACITY; i++) {
            waiting.add(classify(i));
        }
        await(() -> waiting() == QUEUE_CAPACITY);
        return waiting;
    }

    private Future<Answer> classify(int digit) {
        return clients.submit(() -> post(CLASSIFICATIONS, "image/png", png(digit)));
    }

    private Socket connected() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    private void send(Socket client, int digit, boolean chunked) throws IOException {
        byte[] png = png(digit);
        String length = chunked
                ? "Transfer-Encoding: chunked\r\n\r\n%x\r\n".formatted(png.length)
                : "Content-Length: %d\r\n\r\n".formatted(png.length);
        String head = "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: image/png\r\n%s";
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head.formatted(CLASSIFICATIONS, length).getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(png);
        if (chunked) {
            request.writeBytes("\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        client.getOutputStream().write(request.toByteArray());
    }

    /** The first dozen characters of that many answers. */
    private static List<String> answerLines(Socket client, int count) throws IOException {
        client.setSoTimeout(30_000);
        StringBuilder read = new StringBuilder();
        List<String> lines = new ArrayList<>();
        while (lines.size() < count) {
            int next = client.getInputStream().read();
            assertThat(next).as("after %s", read).isNotNegative();
            read.append((char) next);
            if (read.toString().endsWith("HTTP/1.1 200") || read.toString().endsWith("HTTP/1.1 503")) {
                lines.add(read.substring(read.length() - 12));
            }
        }
        return lines;
    }

    private double waiting() {
        return meters.get("lenet.classification.waiting").gauge().value();
    }

    private double dropped(String reason) {
        return meters.get("lenet.classification.dropped")
                .tag("reason", reason)
                .counter()
                .count();
    }

    private static void waitLongEnoughToBeAsked() {
        long start = System.nanoTime();
        await(() -> System.nanoTime() - start > TimeUnit.MILLISECONDS.toNanos(20));
    }

    private static void await(BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(30));
            Thread.onSpinWait();
        }
    }
}
