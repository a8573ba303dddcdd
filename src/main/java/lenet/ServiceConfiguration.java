package lenet;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import lenet.dataset.Dataset;
import lenet.dataset.Split;
import lenet.engine.dl4j.Dl4jEngine;
import lenet.engine.vector.VectorEngine;
import lenet.image.DigitNormaliser;
import lenet.image.ImageDecoder;
import lenet.image.ImageLimits;
import lenet.model.RunningSystem;
import lenet.network.Engines;
import lenet.training.DatabaseOutage;
import lenet.training.Node;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.info.GitProperties;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Makes beans of the rooms that know nothing of Spring. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ServiceConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceConfiguration.class);

    /** Leaves room for a port or as much in db-scheduler's 50 characters. */
    private static final int LONGEST_HOST_NAME = 40;

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** The kind of database: what differs between the two is said in a few places, by this. */
    @Bean
    DatabaseDriver database(DataSourceProperties properties) {
        return DatabaseDriver.fromJdbcUrl(properties.determineUrl());
    }

    @Bean
    static BeanPostProcessor postgresTimeouts() {
        return new PostgresTimeouts();
    }

    @Bean
    static BeanPostProcessor h2Settings() {
        return new H2Settings();
    }

    @Bean
    static BeanFactoryPostProcessor unknownSettings(Environment environment) {
        return new UnknownSettings(environment);
    }

    /** Without a port of its own a process has a name of its own each time. */
    @Bean
    Node node(NodeProperties properties, ServerProperties server) {
        if (properties.name() != null) {
            return new Node(properties.name());
        }
        Integer port = server.getPort();
        String suffix = port != null && port == 0
                ? UUID.randomUUID().toString().substring(0, 8)
                : String.valueOf(port == null ? 8080 : port);
        return new Node(hostName() + ":" + suffix);
    }

    /** For what is done again and again. It never interrupts: in the middle of a read that would close H2's file. */
    @Bean
    ThreadPoolTaskScheduler taskScheduler() {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(3);
        scheduler.setThreadNamePrefix("clock-");
        scheduler.setDaemon(true);
        scheduler.setWaitForTasksToCompleteOnShutdown(true);
        scheduler.setAwaitTerminationSeconds(3);
        scheduler.setErrorHandler(failure -> {
            // That it is away is said in a line of its own; here it is only tried again.
            if (DatabaseOutage.isCauseOf(failure)) {
                LOG.debug("a recurring task waits for the database", failure);
            } else {
                LOG.error("a recurring task failed and will be tried again", failure);
            }
        });
        return scheduler;
    }

    @Bean
    Dataset dataset(DatasetProperties properties) {
        if (properties.location() == null) {
            return Dataset.bundled();
        }
        Dataset dataset = Dataset.fromFolder(properties.location());
        List<Integer> counts = dataset.classCounts(Split.TRAIN);
        List<Integer> missing = IntStream.range(0, counts.size())
                .filter(digit -> counts.get(digit) == 0)
                .boxed()
                .toList();
        if (!missing.isEmpty()) {
            LOG.warn(
                    "The training pictures of the data set {} show none of the digits {}: a network trained on them"
                            + " cannot know these digits.",
                    dataset.name(),
                    missing);
        }
        return dataset;
    }

    @Bean
    RunningSystem runningSystem(BuildProperties build, Optional<GitProperties> git) {
        return RunningSystem.describe(build, git.orElse(null));
    }

    @Bean
    Engines engines() {
        Optional<String> obstacle = VectorEngine.obstacle();
        if (obstacle.isEmpty()) {
            return new Engines(List.of(new VectorEngine(), new Dl4jEngine()));
        }
        LOG.warn(
                "the vector engine is off, Deeplearning4j trains and classifies instead, many times slower: {}",
                obstacle.get());
        return new Engines(List.of(new Dl4jEngine()));
    }

    @Bean
    ImageDecoder imageDecoder() {
        return new ImageDecoder(ImageLimits.DEFAULT);
    }

    @Bean
    DigitNormaliser digitNormaliser() {
        return new DigitNormaliser();
    }

    private static String hostName() {
        try {
            String name = InetAddress.getLocalHost().getHostName();
            return name.substring(0, Math.min(name.length(), LONGEST_HOST_NAME));
        } catch (UnknownHostException e) {
            LOG.warn("this host has no name; give the node one in lenet.node.name if others share its database");
            return "localhost";
        }
    }
}
