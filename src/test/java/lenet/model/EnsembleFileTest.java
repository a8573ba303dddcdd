package lenet.model;

import static lenet.network.ArchitectureCatalogue.LENET1;
import static lenet.network.ArchitectureCatalogue.LENET4;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import lenet.network.Architecture;
import lenet.network.Combination;
import lenet.network.Ensemble;
import lenet.network.Network;
import lenet.network.Parameters;
import lenet.network.Scaling;
import org.junit.jupiter.api.Test;

class EnsembleFileTest {

    private static final Scores SCORES = new Scores(0.99, 0.04, 0.985, 0.05);
    private static final Ensemble MIXED = new Ensemble(
            List.of(network(LENET1, 1, Scaling.PAPER), network(LENET4, 2, Scaling.centred(0.1))),
            Combination.AVERAGE,
            1.25);
    private static final TrainedModel MODEL = model(MIXED);

    @Test
    void anEnsembleIsReadBackBitForBit() {
        assertThat(ModelFile.read(ModelFile.write(MODEL))).isEqualTo(MODEL);
    }

    @Test
    void aTemperatureIsReadBack() {
        TrainedModel warm = model(Ensemble.of(network(LENET1, 3, Scaling.PAPER)).at(1.5));

        assertThat(ModelFile.read(ModelFile.write(warm))).isEqualTo(warm);
    }

    @Test
    void anEnsembleComesBackAsAForeignFile() {
        ImportedNetwork network = ModelFile.readForeign(ModelFile.write(MODEL), Scaling.centred(0.5));

        assertThat(network.ensemble()).isEqualTo(MIXED);
        assertThat(network.name()).isEqualTo("mixed-ensemble");
    }

    @Test
    void anEnsembleIsNamedAfterItsNetworks() {
        Network network = network(LENET4, 1, Scaling.PAPER);

        assertThat(TrainedModel.nameOf(Ensemble.of(network))).isEqualTo("lenet4");
        assertThat(TrainedModel.nameOf(new Ensemble(List.of(network, network), Combination.ADD, 1)))
                .isEqualTo("lenet4-ensemble");
    }

    @Test
    void whatIsOfASingleNetworkOnlyIsRefusedOfSeveral() {
        assertThatThrownBy(MODEL::network)
                .isInstanceOf(EnsembleException.class)
                .hasMessage("the model is of 2 networks (mixed-ensemble), and this is told of single networks only");
    }

    @Test
    void membersThatAreRudeAreRefused() {
        refuses("\\\"lenet4\\\"", "\\\"lenet9\\\"", "found 'lenet9'");
        refuses("\\\"lenet4\\\"", "null", "found 'null'");
        refuses("\\\"lenet1\\\"", "\\\"lenet4\\\"", "member1.S2.weight has shape [8], found [4]");
        refuses("\\\"AVERAGE\\\"", "\\\"MEDIAN\\\"", "combination cannot be read");
        refuses("\"1.25\"", "\"-1.0\"", "temperature must be a number above 0, found -1.0");
        refuses("\"1.25\"", "\"\\\"NaN\\\"\"", "temperature");
        refuses("member2.C1.weight", "member3.C1.weight", "member3.C1.weight");
    }

    private static void refuses(String found, String replacement, String message) {
        byte[] file = ModelFile.write(MODEL);
        String text = new String(file, StandardCharsets.ISO_8859_1);
        assertThat(text).contains(found);
        String broken = text.replace(found, replacement);
        int grown = broken.length() - text.length();
        byte[] bytes = broken.getBytes(StandardCharsets.ISO_8859_1);
        int header = (bytes[0] & 255) + ((bytes[1] & 255) << 8) + grown;
        bytes[0] = (byte) header;
        bytes[1] = (byte) (header >> 8);

        assertThatThrownBy(() -> ModelFile.read(bytes))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining(message);
    }

    private static Network network(Architecture architecture, long seed, Scaling scaling) {
        return new Network(architecture, scaling, Parameters.initial(architecture, seed));
    }

    private static TrainedModel model(Ensemble ensemble) {
        return new TrainedModel(TrainedModel.nameOf(ensemble), ensemble, Provenance.UNKNOWN, SCORES);
    }
}
