package lenet.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import lenet.dataset.Dataset;
import lenet.dataset.Split;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.stereotype.Component;

/** {@code dataset} in {@code /actuator/info}: what is trained on. */
@Component
class DatasetInfo implements InfoContributor {

    private final Dataset dataset;

    DatasetInfo(Dataset dataset) {
        this.dataset = dataset;
    }

    @Override
    public void contribute(Info.Builder info) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("name", dataset.name());
        Arrays.stream(Split.values())
                .forEach(
                        split -> details.put(split.label(), dataset.split(split).count()));
        details.put("fingerprint", dataset.fingerprint());
        info.withDetail("dataset", details);
    }
}
