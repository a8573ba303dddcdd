package lenet.testing;

import java.util.List;
import lenet.dataset.Dataset;
import lenet.network.Engines;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.bean.override.convention.TestBean;

/** A test of the whole service on an empty database in memory, with a small data set and a quick engine. */
@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:${random.uuid};DB_CLOSE_DELAY=-1",
            "lenet.training.queue-capacity=5",
            "logging.level.lenet.training=warn"
        },
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@SuppressWarnings("NullAway.Init") // Spring sets the fields.
public abstract class ServiceTest {

    @TestBean
    Engines engines;

    @TestBean
    Dataset dataset;

    static Engines engines() {
        return new Engines(List.of(new TinyEngine()));
    }

    static Dataset dataset() {
        return SmallMnist.load();
    }
}
