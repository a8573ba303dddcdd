package lenet.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import lenet.network.Scaling;
import org.junit.jupiter.api.Test;

class ModelFormatTest {

    private static final RunningSystem SYSTEM = new RunningSystem("Java", "Linux", "x86", "none", "0.1.0", null);
    private static final ModelVersion VERSION =
            new ModelVersion(7, Instant.parse("2026-11-23T09:00:00Z"), "abc", 1, BundledModel.load());

    @Test
    void anOnnxFileIsToldFromASafetensorsFile() {
        assertThat(ModelFormat.of(ModelFormat.ONNX.write(VERSION, SYSTEM))).isEqualTo(ModelFormat.ONNX);
        assertThat(ModelFormat.of(ModelFormat.SAFETENSORS.write(VERSION, SYSTEM)))
                .isEqualTo(ModelFormat.SAFETENSORS);
    }

    @Test
    void aSafetensorsFileWhoseLengthBeginsLikeOnnxIsStillOne() {
        byte[] file = "\b\0\0\0\0\0\0\0{}      ".getBytes(StandardCharsets.US_ASCII);

        assertThat(ModelFormat.of(file)).isEqualTo(ModelFormat.SAFETENSORS);
    }

    @Test
    void anOnnxFileSaysWhichFileOfTheRegistryItWasMadeFrom() {
        ImportedNetwork network = ModelFormat.ONNX.read(ModelFormat.ONNX.write(VERSION, SYSTEM), new Scaling(0, 1));

        assertThat(network.metadata()).containsEntry(ModelVersion.METADATA, "abc");
        assertThat(network.producer()).isEqualTo("lenet5-service 0.1.0");
        assertThat(network.network().parameters())
                .isEqualTo(VERSION.model().network().parameters());
    }
}
