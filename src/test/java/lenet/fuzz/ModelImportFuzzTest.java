package lenet.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import lenet.model.ModelRegistry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

@SuppressWarnings("NullAway.Init") // Spring sets the field.
class ModelImportFuzzTest extends ServiceTarget {

    @Autowired
    ModelRegistry registry;

    /** A file that is taken is a model that says what it is; it is deleted again, so that none pile up. */
    @FuzzTest
    void aFileBecomesAModelOrIsRefused(byte[] file) throws Exception {
        EXECUTIONS.run(() -> {
            MockHttpServletResponse answer =
                    answer(HttpMethod.POST, "/api/v1/models", "application/octet-stream", file);
            if (answer.getStatus() == 201) {
                long version = JsonMapper.shared()
                        .readTree(answer.getContentAsByteArray())
                        .get("version")
                        .longValue();
                answer(HttpMethod.GET, "/api/v1/models/" + version + "/card", "text/plain", new byte[0]);
                registry.delete(version);
            }
        });
    }
}
