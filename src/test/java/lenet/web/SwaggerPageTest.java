package lenet.web;

import static org.assertj.core.api.Assertions.assertThat;

import lenet.testing.ServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

class SwaggerPageTest extends ServiceTest {

    @Autowired
    MockMvc mvc;

    @Test
    void theShortAddressLeadsToThePage() throws Exception {
        String page = redirect("/swagger-ui.html");

        assertThat(get(page).getContentAsString()).contains("<html", "swagger-ui");
    }

    private String redirect(String path) throws Exception {
        return String.valueOf(get(path).getHeader("Location"));
    }

    private MockHttpServletResponse get(String path) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.get(path)).andReturn().getResponse();
    }
}
