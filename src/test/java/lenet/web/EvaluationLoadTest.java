package lenet.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import lenet.model.BundledModel;
import lenet.model.ModelFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** More evaluations than can be computed, over HTTP, with an engine that can be made to stand still. */
@TestPropertySource(properties = {"lenet.evaluation.queue-capacity=4", "lenet.evaluation.deadline=10m"})
@SuppressWarnings("NullAway.Init") // Set before each test.
class EvaluationLoadTest extends ModelContract {

    private static final int QUEUE_CAPACITY = 4;
    private static final int TEST_PICTURES = 10_000;
    private static final int CHUNK = 250;

    @Autowired
    MeterRegistry meters;

    private GatedEngine gate;

    private final ExecutorService clients = Executors.newCachedThreadPool();
    private final List<Future<Answer>> asked = new ArrayList<>();

    @BeforeEach
    void closeTheGate() {
        gate = (GatedEngine) engines.preferred();
    }

    @AfterEach
    void openTheGate() throws Exception {
        gate.open();
        for (Future<Answer> answer : asked) {
            assertThat(answer.get().status()).isEqualTo(200);
        }
        await(() -> waiting() == 0);
        clients.shutdown();
    }

    @Test
    void whoeverAsksForTheSameWaitsForTheSameComputation() throws Exception {
        long version = register(91);
        gate.close();
        for (int i = 0; i < QUEUE_CAPACITY; i++) {
            ask(version, "");
        }
        await(() -> waiting() == QUEUE_CAPACITY);

        gate.open();

        for (Future<Answer> answer : asked) {
            assertThat(answer.get().status()).isEqualTo(200);
        }
        // One more pass checks the model that was loaded.
        assertThat(gate.passes()).isEqualTo(1 + TEST_PICTURES / CHUNK);
    }

    @Test
    void whatTheQueueCannotHoldIsRefusedAtOnceAndTheRestIsAnswered() throws Exception {
        List<Long> versions = List.of(register(91), register(92), register(93), register(94), register(95));
        gate.close();
        versions.subList(0, QUEUE_CAPACITY).forEach(version -> ask(version, ""));
        await(() -> waiting() == QUEUE_CAPACITY);

        HttpResponse<String> refused = HttpClient.newHttpClient()
                .send(request(evaluation(versions.get(QUEUE_CAPACITY), "")).build(), BodyHandlers.ofString());

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).contains("5");
        assertThat(refused.body()).contains("/problems/evaluation-not-ready", "4 requests wait for evaluations");
    }

    @Test
    void anImportWaitsInTheSameQueue() throws Exception {
        byte[] file = ModelFile.write(BundledModel.load());
        file[file.length - 1] ^= 1;
        List<Long> versions = List.of(register(91), register(92), register(93), register(94));
        gate.close();
        versions.forEach(version -> ask(version, "/reliability"));
        await(() -> waiting() == QUEUE_CAPACITY);

        assertThat(post(MODELS, "application/octet-stream", file).text()).contains("/problems/evaluation-not-ready");
    }

    @Test
    void twoWhoSendTheSameFileMakeOneVersion() throws Exception {
        byte[] file = ModelFile.write(BundledModel.load());
        file[file.length - 1] ^= 1;
        gate.close();
        List<Future<Answer>> imports = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            imports.add(clients.submit(() -> post(MODELS, "application/octet-stream", file)));
        }
        await(() -> waiting() == 2);

        gate.open();

        long version = imports.get(0).get().json().get("version").longValue();
        forget(version);
        assertThat(imports.get(1).get().json().get("version").longValue()).isEqualTo(version);
        assertThat(gate.passes()).isEqualTo((5_000 + TEST_PICTURES) / CHUNK + 1);
    }

    @Test
    void nothingIsComputedWhenAllWhoAskedHaveLeft() throws Exception {
        long first = register(91);
        long second = register(92);
        gate.close();
        ask(first, "");
        gate.awaitArrivals(1);
        try (Socket client = connected();
                Socket other = connected()) {
            send(client, evaluation(second, ""));
            send(other, evaluation(second, ""));
            await(() -> waiting() == 3);
        }
        await(() -> waiting() == 1);

        gate.open();

        assertThat(asked.get(0).get().status()).isEqualTo(200);
        await(() -> meters.get("lenet.evaluation.pending").gauge().value() == 0);
        assertThat(gate.passes()).isEqualTo(1 + TEST_PICTURES / CHUNK);
    }

    private void ask(long version, String question) {
        asked.add(clients.submit(() -> get(evaluation(version, question), "application/json")));
    }

    private static String evaluation(long version, String question) {
        return MODELS + "/" + version + "/evaluation" + question;
    }

    private Socket connected() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    private static void send(Socket client, String path) throws IOException {
        client.getOutputStream()
                .write("GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n"
                        .formatted(path)
                        .getBytes(StandardCharsets.US_ASCII));
    }

    private double waiting() {
        return meters.get("lenet.evaluation.waiting").gauge().value();
    }

    private static void await(BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(30));
            Thread.onSpinWait();
        }
    }
}
