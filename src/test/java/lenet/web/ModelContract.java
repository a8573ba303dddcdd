package lenet.web;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import lenet.model.BundledModel;
import lenet.model.ModelAliases;
import lenet.model.ModelRegistry;
import lenet.model.Scores;
import lenet.model.TrainedModel;
import lenet.network.Parameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** The registry over HTTP, with models of random weights; each test finds the live model as it was. */
@SuppressWarnings("NullAway.Init") // Spring sets the fields.
abstract class ModelContract extends ServiceContract {

    static final String MODELS = "/api/v1/models";
    static final String ALIASES = MODELS + "/aliases";

    @Autowired
    ModelRegistry registry;

    @Autowired
    ModelAliases aliases;

    private final List<Long> registered = new ArrayList<>();
    long before;

    @BeforeEach
    void rememberTheLiveModel() {
        before = aliases.liveVersion().orElseThrow();
    }

    @AfterEach
    void goBack() {
        aliases.promote(before, "the end of a test");
        aliases.all().stream()
                .filter(alias -> registered.contains(alias.version()))
                .forEach(alias -> aliases.delete(alias.name()));
        registered.stream()
                .filter(version -> registry.find(version).isPresent())
                .forEach(registry::delete);
    }

    long register(long seed) {
        return register(seed, BundledModel.load().scores());
    }

    long register(long seed, Scores scores) {
        TrainedModel bundled = BundledModel.load();
        long version = registry.add(new TrainedModel(
                        bundled.architecture(),
                        bundled.scaling(),
                        Parameters.initial(bundled.architecture(), seed),
                        bundled.provenance(),
                        scores))
                .version();
        registered.add(version);
        return version;
    }

    /** Deletes a version after the test that the test did not register itself. */
    void forget(long version) {
        registered.add(version);
    }

    String header(String path, String name) {
        try {
            return HttpClient.newHttpClient()
                    .send(request(path).GET().build(), BodyHandlers.discarding())
                    .headers()
                    .firstValue(name)
                    .orElse("");
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    Answer set(String alias, String body) {
        return send(request(ALIASES + "/" + alias)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body)));
    }

    Answer rollback(String alias, String body) {
        return post(ALIASES + "/" + alias + "/rollback", "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    Answer delete(String path) {
        return send(request(path).DELETE());
    }
}
