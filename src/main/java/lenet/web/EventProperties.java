package lenet.web;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of event streams.
 *
 * @param maxStreams streams that this node serves at once
 * @param maxStreamsPerClient streams that it serves at once to one client address
 * @param maxLife how long one stream may last; its client may come back with the number of the last event it has seen
 */
@Validated
@ConfigurationProperties("lenet.events")
record EventProperties(
        @DefaultValue("100") @Min(1) int maxStreams,
        @DefaultValue("20") @Min(1) int maxStreamsPerClient,
        @DefaultValue("1h") @DurationMin(seconds = 1) Duration maxLife) {}
