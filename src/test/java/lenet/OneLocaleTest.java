package lenet;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;

/** The service on a machine that writes its digits in Arabic. */
@SuppressWarnings("NullAway.Init") // Started before the first test.
class OneLocaleTest {

    private static Locale before;
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void startElsewhere() {
        before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        service = LenetApplication.start("--server.port=0", "--spring.datasource.url=jdbc:h2:mem:locale");
    }

    @AfterAll
    static void stop() {
        service.close();
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/architectures/lenet5, image/svg+xml",
        "/api/v1/models/live/evaluation/reliability, image/svg+xml",
        "/api/v1/models/live/card, text/markdown",
        "/api/v1/models/0, application/problem+json",
    })
    void textsAndPicturesHaveTheDigitsOfEverywhereElse(String path, String type) throws Exception {
        assertThat(get(path, type).body()).containsPattern("[0-9]").doesNotContainPattern("[\u0660-\u0669\u066b]");
    }

    @Test
    void aFileKeepsItsName() throws Exception {
        assertThat(get("/api/v1/models/live/safetensors", "*/*").headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"lenet5-1.safetensors\"");
    }

    private static HttpResponse<String> get(String path, String type) throws Exception {
        String port = service.getEnvironment().getRequiredProperty("local.server.port");
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .header("Accept", type)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
