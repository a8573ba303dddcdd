package lenet.sweep;

import java.util.List;
import lenet.LenetApplication;
import lenet.dataset.Dataset;
import lenet.model.ModelRegistry;
import lenet.network.Engines;
import lenet.testing.SmallMnist;
import lenet.testing.TinyEngine;
import lenet.training.TrainingService;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** One node of the service on a database that others may share, with a quick engine and a small data set. */
final class Replica implements AutoCloseable {

    static final int QUEUE_CAPACITY = 30;

    /** Where a database is. */
    record Database(String url, String username, String password) {}

    private final ConfigurableApplicationContext context;

    Replica(Database database, String node) {
        context = new SpringApplicationBuilder(LenetApplication.class, QuickBeans.class)
                .run(
                        "--spring.main.allow-bean-definition-overriding=true",
                        "--server.port=0",
                        "--logging.level.lenet.training=warn",
                        "--lenet.node.name=" + node,
                        "--lenet.training.queue-capacity=" + QUEUE_CAPACITY,
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=" + database.username(),
                        "--spring.datasource.password=" + database.password());
    }

    SweepService sweeps() {
        return context.getBean(SweepService.class);
    }

    SweepAdvance advance() {
        return context.getBean(SweepAdvance.class);
    }

    TrainingService training() {
        return context.getBean(TrainingService.class);
    }

    ModelRegistry registry() {
        return context.getBean(ModelRegistry.class);
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
