package lenet.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import lenet.network.Architecture;
import lenet.network.ArchitectureCatalogue;
import lenet.network.Parameters;
import lenet.network.Scaling;
import lenet.network.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Files that Python's safetensors writes, and files that nobody should. */
class ForeignSafetensorsTest {

    private static final Architecture LENET5 = ArchitectureCatalogue.LENET5;
    private static final Scaling CALLERS = new Scaling(0.25, 2);
    private static final Parameters PARAMETERS = Parameters.initial(LENET5, 7);

    private final Map<String, Object> header = new LinkedHashMap<>();
    private final List<float[]> data = new ArrayList<>();

    ForeignSafetensorsTest() {
        write(LENET5.tensors());
    }

    @Test
    void tensorsAloneAreALeNet5WithTheCallersScaling() {
        ImportedNetwork network = read();

        assertThat(network.network().architecture()).isEqualTo(LENET5);
        assertThat(network.network().parameters()).isEqualTo(PARAMETERS);
        assertThat(network.network().scaling()).isEqualTo(CALLERS);
        assertThat(network.provenance()).isNull();
    }

    @Test
    void tensorsMayStandInAnyOrder() {
        List<Tensor> reversed = new ArrayList<>(LENET5.tensors());
        Collections.reverse(reversed);
        write(reversed);

        assertThat(read().network().parameters()).isEqualTo(PARAMETERS);
    }

    @Test
    void theFilesOwnScalingIsPreferred() {
        header.put("__metadata__", Map.of("scaling", "{\"mean\":0.5,\"scale\":3}"));

        assertThat(read().network().scaling()).isEqualTo(new Scaling(0.5, 3));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"mean":0.1,"scale":0}     | a scale of 0.0
            {"mean":0.1,"scale":-1}    | a scale of -1.0
            {"mean":0.1,"scale":1e-30} | a scale of 1.0E-30
            {"mean":0.1,"scale":1e999} | a scale of Infinity
            {"mean":0.1,"scale":"NaN"} | a scale of NaN
            {"mean":1.5,"scale":1}     | a mean of 1.5
            {"mean":-0.1,"scale":1}    | a mean of -0.1
            """)
    void aScalingThatNoNetworkIsTrainedWithIsRefused(String scaling, String found) {
        header.put("__metadata__", Map.of("scaling", scaling));

        assertThatThrownBy(this::read)
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("must have a mean from 0 to 1 and a scale from 0.001 to 1000, found")
                .hasMessageContaining(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e-30", "0.04", "21", "1e300"})
    void aTemperatureThatIsNeverFittedIsRefused(String temperature) {
        header.put("__metadata__", Map.of("temperature", temperature));

        assertThatThrownBy(this::read)
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("the metadata's temperature must lie between 0.05 and 20.0, found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "{\"mean\":{}}", "{\"mean\":0.1,\"scale\":NaN}", "x"})
    void metadataOfAnotherFormIsRefusedWithoutAWordOfJava(String scaling) {
        header.put("__metadata__", Map.of("scaling", scaling));

        assertThatThrownBy(this::read)
                .isInstanceOf(ModelFileException.class)
                .hasMessageStartingWith("the metadata's scaling cannot be read: ")
                .hasMessageNotContainingAny("lenet.", "java.", "tools.jackson");
    }

    @Test
    void metadataThatMeansNothingHereIsLeftAlone() {
        header.put("__metadata__", Map.of("format", "pt"));

        assertThat(read().metadata()).containsEntry("format", "pt");
    }

    @Test
    void anUnknownArchitectureIsRefused() {
        header.put("__metadata__", Map.of("architecture", "resnet50"));

        assertThatThrownBy(this::read)
                .hasMessage(
                        "the file's architecture must be one of lenet5, lenet5-1998, lenet4, lenet1, found 'resnet50'");
    }

    @Test
    void tensorsOfAnotherNetworkAreRefused() {
        header.put("extra.weight", entry("F32", List.of(0), 246_824, 246_824));

        assertThatThrownBy(this::read)
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("no known architecture");
    }

    @ParameterizedTest
    @ValueSource(strings = {"F64", "F16", "BF16", "I8", "U8", "BOOL", "F8_E4M3", ""})
    void otherNumbersThan32BitFloatsAreRefused(String dtype) {
        header.put("C1.bias", entry(dtype, List.of(6), 600, 624));

        assertThatThrownBy(this::read)
                .isInstanceOf(ModelFileException.class)
                .hasMessage("tensor C1.bias must be of type F32, found " + dtype);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void aWeightThatIsNoFiniteNumberIsRefused(float value) {
        data.get(2)[7] = value;

        assertThatThrownBy(this::read).hasMessage("tensor C3.weight holds a value of " + value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"dtype":"F32","shape":[6],"data_offsets":[601,625]}    | must start at byte 600
            {"dtype":"F32","shape":[6],"data_offsets":[0,24]}       | must start at byte
            {"dtype":"F32","shape":[6],"data_offsets":[600.5,624.5]} | not the JSON of a model
            {"dtype":"F32","shape":[6],"data_offsets":["600","624"]} | not the JSON of a model
            {"dtype":"F32","shape":[6.0],"data_offsets":[600,624]}  | not the JSON of a model
            {"dtype":"F32","shape":[6],"data_offsets":[599,624]}    | must start at byte 600
            {"dtype":"F32","shape":[6],"data_offsets":[600,628]}    | of shape [6] does not take the bytes
            {"dtype":"F32","shape":[6],"data_offsets":[624,600]}    | must start at byte
            {"dtype":"F32","shape":[6],"data_offsets":[600]}        | two data_offsets
            {"dtype":"F32","shape":[6],"data_offsets":[600,null]}   | two data_offsets
            {"dtype":"F32","shape":[6],"data_offsets":null}         | two data_offsets
            {"dtype":"F32","shape":[-6],"data_offsets":[600,624]}   | two data_offsets
            {"dtype":"F32","shape":[null],"data_offsets":[600,624]} | two data_offsets
            {"dtype":"F32","shape":[2147483647,2147483647,2147483647],"data_offsets":[600,624]} | does not take the bytes
            {"dtype":"F32","data_offsets":[600,624]}                | two data_offsets
            {"shape":[6],"data_offsets":[600,624]}                  | two data_offsets
            {"dtype":"F32","shape":[6],"data_offsets":[600,9999999999]} | not the JSON of a model
            {"dtype":"F32","shape":"six","data_offsets":[600,624]}  | not the JSON of a model
            {"dtype":"F32","shape":[6],"data_offsets":[600,624],"x":1} | not the JSON of a model
            [600,624]                                               | not the JSON of a model
            7                                                       | not the JSON of a model
            null                                                    | two data_offsets
            """)
    void anEntryThatDescribesNoTensorIsRefused(String entry, String expected) {
        header.put("C1.bias", JsonMapper.shared().readTree(entry));

        assertThatThrownBy(this::read).isInstanceOf(ModelFileException.class).hasMessageContaining(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"a":{"shape":[%s1]}}  | 1,   | Token count (20001) exceeds
            {%s"a":1}              | "a":{"dtype":"F32","shape":[],"data_offsets":[0,0]}, | Duplicate Object property
            {"__metadata__":%s1}   | [    | nesting depth
            {"a":[%s1]}            | {},  | it is of the wrong type
            """)
    void aHeaderIsReadNoFurtherThanItIsOne(String header, String repeated, String expected) {
        byte[] json = header.formatted(repeated.repeat(100_000)).getBytes(StandardCharsets.UTF_8);
        byte[] file = ByteBuffer.allocate(8 + json.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length)
                .put(json)
                .array();

        assertThatThrownBy(() -> ModelFile.readForeign(file, CALLERS))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining(expected);
    }

    @Test
    void moreTensorsThanAThousandAreRefused() {
        for (int i = 0; i < 1000; i++) {
            header.put("t" + i, entry("F32", List.of(0), 0, 0));
        }

        assertThatThrownBy(this::read).hasMessage("the header has more than 1,000 entries");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[]", "7", "null", "\"x\"", "{\"a\":1,\"a\":2}", "{} {}", "{\"__metadata__\":{\"a\":1}}", "{"})
    void aHeaderThatIsNoneIsRefused(String json) {
        assertThatThrownBy(() -> ModelFile.readForeign(file(json, new byte[0]), CALLERS))
                .isInstanceOf(ModelFileException.class);
    }

    @Test
    void aHeaderNestedWithoutEndIsRefused() {
        assertThatThrownBy(() -> ModelFile.readForeign(file("[".repeat(1_000_000), new byte[0]), CALLERS))
                .isInstanceOf(ModelFileException.class);
    }

    @Test
    void aTensorThatIsThereTwiceIsRefused() {
        String json = JsonMapper.shared().writeValueAsString(header);
        String twice = json.replaceFirst(
                "\\{", "{\"C1.bias\":" + JsonMapper.shared().writeValueAsString(header.get("C1.bias")) + ",");

        assertThatThrownBy(() -> ModelFile.readForeign(file(twice, new byte[246_824]), CALLERS))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("C1.bias");
    }

    @Test
    void bytesBehindTheTensorsAreRefused() {
        data.add(new float[1]);

        assertThatThrownBy(this::read).hasMessage("the tensors take 246,824 bytes, found 246,828");
    }

    @Test
    void whateverHappensToAFileItIsReadOrRefused() {
        byte[] whole = bytes();
        Random random = new Random(11);
        int refused = 0;
        for (int round = 0; round < 3_000; round++) {
            byte[] broken = whole.clone();
            for (int flips = random.nextInt(4); flips >= 0; flips--) {
                // Most of the file is weights, which may have any value; the header is what can be broken.
                broken[random.nextInt(1_000)] = (byte) random.nextInt();
            }
            try {
                assertThat(ModelFile.readForeign(broken, CALLERS).network().architecture())
                        .isEqualTo(LENET5);
            } catch (ModelFileException e) {
                assertThat(e).hasMessageNotContaining("Exception");
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(1_000);
    }

    private void write(List<Tensor> tensors) {
        header.clear();
        data.clear();
        int offset = 0;
        for (Tensor tensor : tensors) {
            int end = offset + 4 * tensor.size();
            header.put(tensor.name(), entry("F32", tensor.shape(), offset, end));
            data.add(PARAMETERS.tensor(LENET5, tensor.name()));
            offset = end;
        }
    }

    private static Map<String, Object> entry(String dtype, List<Integer> shape, int from, int to) {
        return Map.of("dtype", dtype, "shape", shape, "data_offsets", List.of(from, to));
    }

    private ImportedNetwork read() {
        return ModelFile.readForeign(bytes(), CALLERS);
    }

    private byte[] bytes() {
        ByteBuffer values = ByteBuffer.allocate(
                        data.stream().mapToInt(part -> 4 * part.length).sum())
                .order(ByteOrder.LITTLE_ENDIAN);
        for (float[] part : data) {
            for (float value : part) {
                values.putFloat(value);
            }
        }
        return file(JsonMapper.shared().writeValueAsString(header), values.array());
    }

    private static byte[] file(String json, byte[] data) {
        byte[] header = json.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + header.length + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length)
                .put(header)
                .put(data)
                .array();
    }
}
