package lenet.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import lenet.testing.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Numbers, identifiers and text are read in one way, wherever they stand. */
class StrictTextTest extends ServiceTest {

    @Autowired
    MockMvc mvc;

    @ParameterizedTest
    @ValueSource(strings = {"01", "0x1", "%201", "1%20", "+1", "%2B1", "1.0", "1e0", "١", "９", "-1", "00"})
    void aVersionInAnotherSpellingIsNoModelWhateverIsDoneWithIt(String version) throws Exception {
        String path = "/api/v1/models/" + URI.create(version).toASCIIString();

        assertThat(send(HttpMethod.GET, path).getStatus()).isEqualTo(404);
        assertThat(send(HttpMethod.DELETE, path).getStatus()).isEqualTo(404);
        assertThat(send(HttpMethod.GET, path + "/kernels").getStatus()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "+0", "0x0", "%200", "0%20", "-0"})
    void aPositionInAnotherSpellingIsNoPicture(String index) throws Exception {
        assertThat(send(HttpMethod.GET, "/api/v1/dataset/test/" + index).getStatus())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%20@", "@%20", "@%09", "%7B@%7D", "0@"})
    void aJobIsKnownByItsIdOnly(String form) throws Exception {
        String job = JsonPath.read(new Jobs(mvc).submit("{\"epochs\": 1}").getContentAsString(), "$.id");
        String path = Jobs.PATH + "/" + form.replace("@", job);

        assertThat(send(HttpMethod.GET, path).getStatus()).isEqualTo(404);
        assertThat(send(HttpMethod.POST, path + "/cancel").getStatus()).isEqualTo(404);
        assertThat(send(HttpMethod.POST, Jobs.PATH + "/" + job + "/cancel").getStatus())
                .isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page=0x1",
                "page=%2B1",
                "page=+1",
                "page=1%20",
                "page=01",
                "page=1.0",
                "size=1e1",
                "size=%EF%BC%91"
            })
    void aWholeNumberHasOneSpelling(String query) throws Exception {
        MockHttpServletResponse response = send(HttpMethod.GET, "/api/v1/models?" + query);

        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(response.getContentAsString()).contains("must be a whole number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "1", "on", "TRUE", "true%20"})
    void aTruthValueHasOneSpelling(String value) throws Exception {
        MockHttpServletResponse response =
                send(HttpMethod.GET, "/api/v1/models/live/evaluation/examples?correct=" + value);

        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(response.getContentAsString()).contains("must be true or false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "0.5", "true", "[\"a\"]", "{}"})
    void aNameIsText(String name) throws Exception {
        MockHttpServletResponse response = new Jobs(mvc).submit("{\"name\": " + name + "}");

        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(response.getContentAsString()).contains("name must be a string");
    }

    @ParameterizedTest
    @CsvSource({
        "zero-width space, 200B",
        "zero-width joiner, 200D",
        "Hangul filler, 3164",
        "half-width filler, FFA0",
        "right-to-left override, 202E",
        "isolate, 2066",
        "mark, 200F",
        "byte order mark, FEFF",
        "soft hyphen, 00AD",
        "line separator, 2028",
        "delete, 007F",
        "next line, 0085",
        "half a surrogate pair, D800",
        "tag, DB40\\uDC41"
    })
    void aCharacterThatIsNotSeenIsInNoName(String character, String code) throws Exception {
        for (String field : new String[] {"name", "notes"}) {
            MockHttpServletResponse response =
                    new Jobs(mvc).submit("{\"%s\": \"live\\u%s\", \"epochs\": 1}".formatted(field, code));

            assertThat(response.getStatus()).as(character).isEqualTo(422);
            assertThat(response.getContentAsString(StandardCharsets.UTF_8))
                    .contains(field + " must have no control characters, and none that are invisible");
        }
    }

    /** An overlong slash, half a surrogate pair, Latin-1, and half a character at the end. */
    @ParameterizedTest
    @ValueSource(strings = {"C0AF", "E080AF", "EDA080", "FC", "F0828282", "F09F98"})
    void aBodyIsUtf8(String bytes) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("{\"name\": \"".getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(HexFormat.of().parseHex(bytes));
        body.writeBytes("\"}".getBytes(StandardCharsets.US_ASCII));

        MockHttpServletResponse response = mvc.perform(MockMvcRequestBuilders.post(Jobs.PATH)
                        .contentType("application/json")
                        .content(body.toByteArray()))
                .andReturn()
                .getResponse();

        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(response.getContentAsString()).contains("JSON must be UTF-8, and byte 10 of the body is not");
    }

    @Test
    void aNameMayBeOfAnyScript() throws Exception {
        MockHttpServletResponse response =
                new Jobs(mvc).submit("{\"name\": \"Übung ٣, 手書き, दो, ❤️ 🧪\", \"epochs\": 1}");

        assertThat(response.getStatus()).isEqualTo(202);
        String job = JsonPath.read(response.getContentAsString(StandardCharsets.UTF_8), "$.id");
        assertThat(send(HttpMethod.POST, Jobs.PATH + "/" + job + "/cancel").getStatus())
                .isEqualTo(202);
    }

    private MockHttpServletResponse send(HttpMethod method, String path) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.request(method, URI.create(path)))
                .andReturn()
                .getResponse();
    }
}
