package lenet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import lenet.testing.ServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Holds {@code openapi.yaml} against the service. */
class OpenApiDocumentTest extends ServiceTest {

    private static final Path COMMITTED = Path.of("openapi.yaml");

    @Autowired
    MockMvc mvc;

    @Test
    void theCommittedDocumentIsTheServices() throws Exception {
        String served = mvc.perform(MockMvcRequestBuilders.get("/v3/api-docs.yaml"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        if (Boolean.getBoolean("openapi.write")) {
            Files.writeString(COMMITTED, served);
        }

        assertThat(committed())
                .as(
                        "openapi.yaml is out of date; refresh it by ./mvnw test -Dtest=OpenApiDocumentTest -Dopenapi.write=true")
                .isEqualTo(served);
    }

    private static String committed() throws IOException {
        return Files.exists(COMMITTED) ? Files.readString(COMMITTED) : "";
    }
}
