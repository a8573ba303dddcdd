package lenet.web;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the framework's meters keep Prometheus' conventions: each one says what it measures. */
@Configuration(proxyBeanMethods = false)
class MeterConventions {

    private static final Map<String, String> DESCRIPTIONS = Map.of(
            "http.server.requests", "Time to answer HTTP requests",
            "http.server.requests.active", "Time that HTTP requests under way have taken so far",
            "tasks.scheduled.execution", "Time that recurring tasks take",
            "tasks.scheduled.execution.active", "Time that recurring tasks under way have taken so far");

    @Bean
    MeterFilter describedMeters() {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                String description = DESCRIPTIONS.get(id.getName());
                return description == null
                        ? id
                        : new Meter.Id(id.getName(), tags(id), id.getBaseUnit(), description, id.getType());
            }
        };
    }

    /** The service has no sessions. */
    @Bean
    MeterFilter noSessionMeters() {
        return MeterFilter.denyNameStartsWith("tomcat.sessions");
    }

    private static Tags tags(Meter.Id id) {
        return Tags.of(id.getTagsAsIterable());
    }
}
