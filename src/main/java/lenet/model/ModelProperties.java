package lenet.model;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much the registry keeps.
 *
 * @param maxCount models; past it none is imported, and no job submitted that would make another
 * @param maxBytes of all models' files together; past it the same
 * @param maxAliases past it none is created
 */
@Validated
@ConfigurationProperties("lenet.models")
public record ModelProperties(
        @DefaultValue("5000") @Min(1) int maxCount,
        @DefaultValue("2GB") DataSize maxBytes,
        @DefaultValue("1000") @Min(1) int maxAliases) {}
