package lenet.web;

import java.util.LinkedHashMap;
import java.util.Map;
import lenet.classification.ClassificationService;
import lenet.model.ModelVersion;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.stereotype.Component;

/** {@code model} in {@code /actuator/info}: what classifies. */
@Component
class LiveModelInfo implements InfoContributor {

    private final ClassificationService classification;

    LiveModelInfo(ClassificationService classification) {
        this.classification = classification;
    }

    @Override
    public void contribute(Info.Builder info) {
        classification.live().ifPresent(live -> info.withDetail("model", details(live)));
    }

    private static Map<String, Object> details(ModelVersion live) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("version", live.version());
        details.put("architecture", live.model().name());
        details.put("validationAccuracy", live.model().scores().validationAccuracy());
        details.put("testAccuracy", live.model().scores().testAccuracy());
        details.put("sha256", live.sha256());
        return details;
    }
}
