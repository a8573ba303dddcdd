package lenet.testing;

import java.util.ArrayList;
import java.util.List;
import lenet.LenetApplication;
import lenet.dataset.Dataset;
import lenet.network.Engines;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** The whole service on a database that outlives it and that others may share, with a quick engine and a small data set. */
public final class RunningNode implements AutoCloseable {

    /** Where a database is. */
    public record Database(String url, String username, String password) {}

    private final ConfigurableApplicationContext context;

    /**
     * Starts it on a port of its own.
     *
     * @param settings more of them, as on the command line
     */
    public RunningNode(Database database, String name, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.main.allow-bean-definition-overriding=true",
                "--server.port=0",
                "--lenet.node.name=" + name,
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.username(),
                "--spring.datasource.password=" + database.password()));
        arguments.addAll(List.of(settings));
        context = new SpringApplicationBuilder(LenetApplication.class, QuickBeans.class)
                .run(arguments.toArray(new String[0]));
    }

    /** Its only bean of that type. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class QuickBeans {

        @Bean
        Engines engines() {
            return new Engines(List.of(new TinyEngine()));
        }

        @Bean
        Dataset dataset() {
            return SmallMnist.load();
        }
    }
}
