package lenet.paper;

import java.net.URI;
import lenet.LenetApplication;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The service within this program, on a free port, with a database that the next run finds again. */
record OwnService(ConfigurableApplicationContext context) implements AutoCloseable {

    /** Where the database is; to delete it is to start anew. */
    static final String FOLDER = "target/paper";

    static OwnService start() {
        SpringApplication application = new SpringApplication(LenetApplication.class);
        return new OwnService(application.run(
                "--server.port=0",
                // The same at every start, so that a run takes up at once what the last one left.
                "--lenet.node.name=paper",
                "--spring.datasource.url=jdbc:h2:file:./" + FOLDER + "/lenet;DB_CLOSE_ON_EXIT=FALSE",
                "--spring.datasource.username=sa",
                "--spring.datasource.password="));
    }

    URI address() {
        return URI.create("http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    @Override
    public void close() {
        context.close();
    }
}
