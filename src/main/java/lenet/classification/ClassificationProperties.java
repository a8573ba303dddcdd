package lenet.classification;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of classification.
 *
 * @param loadedModels models besides the live one that are kept ready for those who ask for them by name
 */
@ConfigurationProperties("lenet.classification")
public record ClassificationProperties(@DefaultValue("8") int loadedModels) {

    public ClassificationProperties {
        if (loadedModels < 1) {
            throw new IllegalArgumentException(
                    "lenet.classification.loaded-models must be at least 1, found " + loadedModels);
        }
    }
}
