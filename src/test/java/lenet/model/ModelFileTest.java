package lenet.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import lenet.network.Architecture;
import lenet.network.ArchitectureCatalogue;
import lenet.network.Parameters;
import lenet.network.Scaling;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ModelFileTest {

    private static final Architecture LENET5 = ArchitectureCatalogue.LENET5;
    private static final TrainedModel MODEL = new TrainedModel(
            LENET5,
            new Scaling(0.1, 1),
            Parameters.initial(LENET5, 3),
            Provenance.of(
                    new TrainingRun(null, "{\"seed\":3}", 3, 20, "dl4j", "MNIST", "abc", 55_000),
                    new RunningSystem("Java", "Linux", "a processor", "a library 1.0", "0.1.0", null),
                    Instant.parse("2026-11-22T20:00:00Z")),
            new Scores(0.99, 0.04, 0.985, 0.05));

    private final byte[] file = ModelFile.write(MODEL);

    @Test
    void aModelIsReadBackBitForBit() {
        assertThat(ModelFile.read(file)).isEqualTo(MODEL);
    }

    @Test
    void aFileOfVersion010IsStillRead() {
        String recipe = "{\\\"engine\\\":\\\"dl4j\\\",\\\"momentum\\\":0.0,\\\"weightDecay\\\":0.0}";
        String old =
                ("{\"job\":null,\"recipe\":\"" + recipe + "\",\"epochs\":20,\"engine\":\"dl4j\",\"dataset\":\"MNIST\","
                        + "\"datasetFingerprint\":\"abc\",\"trainingImages\":55000,\"java\":\"Java\",\"operatingSystem\":\"Linux\","
                        + "\"service\":\"0.1.0\",\"trainedAt\":\"2026-11-22T20:00:00Z\"}");

        Provenance provenance = ModelFile.read(withProvenance(old)).provenance();

        assertThat(provenance.recipe()).isEqualTo("{\"engine\":\"dl4j\",\"momentum\":0.0,\"weightDecay\":0.0}");
        assertThat(provenance.trainedAt()).isEqualTo(Instant.parse("2026-11-22T20:00:00Z"));
    }

    @Test
    void theSameModelGivesTheSameBytes() {
        assertThat(ModelFile.write(MODEL)).isEqualTo(file);
    }

    @Test
    void theFileFollowsTheSafetensorsFormat() {
        int headerLength =
                (int) ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong();
        String header = new String(file, 8, headerLength, StandardCharsets.UTF_8);

        assertThat(headerLength % 8).isZero();
        assertThat(header)
                .startsWith("{\"__metadata__\":{")
                .contains("\"C1.weight\":{\"dtype\":\"F32\",\"shape\":[6,1,5,5],\"data_offsets\":[0,600]}");
        assertThat(file).hasSize(8 + headerLength + 4 * 61_706);
    }

    @Test
    void aTruncatedFileIsRefused() {
        assertThatThrownBy(() -> ModelFile.read(Arrays.copyOf(file, file.length - 4)))
                .isInstanceOf(ModelFileException.class)
                .hasMessage("the tensors take 246,824 bytes, found 246,820");
    }

    @Test
    void aHeaderLongerThanTheFileIsRefused() {
        byte[] broken = file.clone();
        broken[6] = 1;

        assertThatThrownBy(() -> ModelFile.read(broken)).hasMessageContaining("header's length");
    }

    @Test
    void aHeaderThatIsNoJsonIsRefused() {
        byte[] broken = file.clone();
        broken[8] = 'x';

        assertThatThrownBy(() -> ModelFile.read(broken)).isInstanceOf(ModelFileException.class);
    }

    @Test
    void anUnknownArchitectureIsRefused() {
        byte[] broken = new String(file, StandardCharsets.ISO_8859_1)
                .replace("\"architecture\":\"lenet5\"", "\"architecture\":\"lenet9\"")
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> ModelFile.read(broken))
                .hasMessage(
                        "the file's architecture must be one of lenet5, lenet5-1998, lenet4, lenet1, found 'lenet9'");
    }

    @Test
    void nothingAtAllIsRefused() {
        assertThatThrownBy(() -> ModelFile.read(new byte[0])).hasMessageContaining("found 0 bytes");
    }

    /** The file with {@code provenance} as the JSON text of its header's entry. */
    private byte[] withProvenance(String provenance) {
        int length = (int) ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong();
        JsonNode header = JsonMapper.shared().readTree(new String(file, 8, length, StandardCharsets.UTF_8));
        ((ObjectNode) header.path("__metadata__")).put("provenance", provenance);
        byte[] json = JsonMapper.shared().writeValueAsBytes(header);
        return ByteBuffer.allocate(file.length - length + json.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length)
                .put(json)
                .put(file, 8 + length, file.length - 8 - length)
                .array();
    }
}
