package lenet;

import java.time.Clock;
import java.util.List;
import lenet.dataset.Dataset;
import lenet.engine.dl4j.Dl4jEngine;
import lenet.image.DigitNormaliser;
import lenet.image.ImageDecoder;
import lenet.image.ImageLimits;
import lenet.network.Engines;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes beans of the rooms that know nothing of Spring. */
@Configuration(proxyBeanMethods = false)
class ServiceConfiguration {

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
