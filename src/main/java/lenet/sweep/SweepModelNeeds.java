package lenet.sweep;

import java.util.List;
import lenet.model.ModelNeeds;
import org.springframework.stereotype.Component;

/** A running sweep needs what its trials have made: the best of it may go live. */
@Component
class SweepModelNeeds implements ModelNeeds {

    private final SweepRepository sweeps;

    SweepModelNeeds(SweepRepository sweeps) {
        this.sweeps = sweeps;
    }

    @Override
    public List<String> of(long version) {
        return sweeps.runningWithModel(version).stream()
                .map("sweep %s (made by one of its trials)"::formatted)
                .toList();
    }
}
