package lenet;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import lenet.dataset.Dataset;
import lenet.engine.dl4j.Dl4jEngine;
import lenet.engine.vector.VectorEngine;
import lenet.image.DigitNormaliser;
import lenet.image.ImageDecoder;
import lenet.image.ImageLimits;
import lenet.network.Engines;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes beans of the rooms that know nothing of Spring. */
@Configuration(proxyBeanMethods = false)
class ServiceConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceConfiguration.class);

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Dataset dataset(DatasetProperties properties) {
        return properties.location() == null ? Dataset.bundled() : Dataset.fromFolder(properties.location());
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
}
