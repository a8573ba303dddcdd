package lenet.web;

import java.util.List;
import lenet.network.Engines;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.stereotype.Component;

/** {@code engines} in {@code /actuator/info}: what trains and serves, the default first. */
@Component
class EnginesInfo implements InfoContributor {

    private final Engines engines;

    EnginesInfo(Engines engines) {
        this.engines = engines;
    }

    private record EngineInfo(String name, String description) {}

    @Override
    public void contribute(Info.Builder info) {
        List<EngineInfo> all = engines.all().stream()
                .map(engine -> new EngineInfo(engine.name(), engine.description()))
                .toList();
        info.withDetail("engines", all);
    }
}
