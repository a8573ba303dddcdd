package lenet.web;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of what clients send.
 *
 * @param bodyBytesInFlight the most bytes of request bodies that are held in memory at once
 * @param formBytesInFlight the most bytes of forms that are kept in temporary files at once
 * @param bodyGrace how far a body may be behind a pace of 16 KiB a second
 * @param uploadFolder where those files are
 */
@ConfigurationProperties("lenet.http")
record BodyProperties(
        @DefaultValue("64MB") DataSize bodyBytesInFlight,
        @DefaultValue("256MB") DataSize formBytesInFlight,
        @DefaultValue("10s") Duration bodyGrace,
        Path uploadFolder) {

    BodyProperties {
        checkThatTheLargestFits("body-bytes-in-flight", bodyBytesInFlight, DataSize.ofMegabytes(16));
        if (bodyGrace.isNegative() || bodyGrace.isZero()) {
            throw new IllegalArgumentException("lenet.http.body-grace must be longer than nothing, found " + bodyGrace);
        }
        checkThatTheLargestFits("form-bytes-in-flight", formBytesInFlight, DataSize.ofMegabytes(64));
    }

    private static void checkThatTheLargestFits(String property, DataSize found, DataSize largest) {
        if (found.compareTo(largest) < 0 || found.toBytes() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "lenet.http.%s must lie between %d MB, the largest that is accepted, and 2047 MB, found %s"
                            .formatted(property, largest.toMegabytes(), found));
        }
    }
}
