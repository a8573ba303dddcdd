package lenet.ensemble;

import java.util.List;
import lenet.model.ModelNeeds;
import org.springframework.stereotype.Component;

/** Ensembles need their members: to be put together of, and to be looked at one by one ever after. */
@Component
class EnsembleModelNeeds implements ModelNeeds {

    private final EnsembleRepository ensembles;

    EnsembleModelNeeds(EnsembleRepository ensembles) {
        this.ensembles = ensembles;
    }

    @Override
    public List<String> of(long version) {
        return ensembles.withMember(version).stream()
                .map("ensemble %s (a member)"::formatted)
                .toList();
    }
}
