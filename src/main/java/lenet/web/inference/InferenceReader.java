package lenet.web.inference;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lenet.web.JsonStream;
import lenet.web.ProblemException;
import lenet.web.ProblemType;
import lenet.web.Quotation;
import lenet.web.inference.InferenceRequest.RequestInput;
import lenet.web.inference.InferenceRequest.RequestOutput;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** Reads a request for an inference as it comes; members of extensions that are not known are skipped. */
final class InferenceReader {

    private static final int MOST_SIDES = 8;

    private final JsonStream json;
    private final List<RequestInput> inputs = new ArrayList<>();
    private final List<RequestOutput> outputs = new ArrayList<>();
    private final Set<ModelOutput> named = EnumSet.noneOf(ModelOutput.class);
    private @Nullable String id;
    private boolean binary;

    private InferenceReader(JsonStream json) {
        this.json = json;
    }

    /**
     * The request that {@code json} holds.
     *
     * @throws ProblemException if it holds none
     */
    static InferenceRequest read(JsonStream json) {
        return new InferenceReader(json).request();
    }

    /** What is not known is passed over. */
    private static void skip(String name) {}

    private InferenceRequest request() {
        json.object(
                "the body",
                Map.of(
                        "id", () -> id = json.string("id"),
                        "parameters", () -> parameters("binary_data_output", () -> binary = isTrue()),
                        "inputs", () -> unlessNull(() -> json.array("inputs", this::input)),
                        "outputs", () -> unlessNull(() -> json.array("outputs", this::output))),
                InferenceReader::skip);
        return new InferenceRequest(id, binary, inputs, outputs);
    }

    private void input() {
        if (!inputs.isEmpty() || json.isNull()) {
            throw refused("inputs must have exactly one tensor, image, found " + (json.isNull() ? "null" : "more"));
        }
        Input input = new Input();
        json.object(
                "an input",
                Map.of(
                        "name", () -> input.name = json.string("name"),
                        "shape", () -> unlessNull(() -> input.shape = shape()),
                        "datatype", () -> input.datatype = json.string("datatype"),
                        "parameters", () -> parameters("binary_data_size", () -> input.binarySize = size()),
                        "data", () -> unlessNull(() -> input.data = TensorData.read(json))),
                InferenceReader::skip);
        inputs.add(new RequestInput(input.name, input.shape, input.datatype, input.binarySize, input.data));
    }

    private void output() {
        Output output = new Output();
        json.object(
                "an output",
                Map.of(
                        "name", () -> output.name = json.string("name"),
                        "parameters", () -> parameters("binary_data", () -> output.binary = isTrue())),
                InferenceReader::skip);
        String name = String.valueOf(output.name);
        ModelOutput known = ModelOutput.find(name)
                .orElseThrow(() -> refused("the model's outputs are %s, found %s"
                        .formatted(String.join(", ", ModelOutput.names()), new Quotation(name).text())));
        if (!named.add(known)) {
            throw refused("outputs must name each output once, found %s twice".formatted(name));
        }
        outputs.add(new RequestOutput(known, output.binary));
    }

    private void parameters(String name, Runnable value) {
        unlessNull(() -> json.object("parameters", Map.of(name, () -> unlessNull(value)), InferenceReader::skip));
    }

    private List<@Nullable Long> shape() {
        List<@Nullable Long> shape = new ArrayList<>();
        json.array("shape", () -> {
            if (shape.size() == MOST_SIDES) {
                throw refused("image must have the shape [pictures, 1, 28, 28], found more than %d sides"
                        .formatted(MOST_SIDES));
            }
            if (!json.isNull() && json.parser().currentToken() != JsonToken.VALUE_NUMBER_INT) {
                throw json.refused("shape must hold whole numbers, found " + json.found());
            }
            shape.add(json.isNull() ? null : json.parser().getLongValue());
        });
        return shape;
    }

    private int size() {
        String text = json.parser().getString();
        if (json.parser().currentToken() != JsonToken.VALUE_NUMBER_INT || text.length() > 9) {
            throw refused(
                    "binary_data_size says %s, which is no number of bytes".formatted(new Quotation(text).text()));
        }
        return json.parser().getIntValue();
    }

    private boolean isTrue() {
        return json.parser().currentToken() == JsonToken.VALUE_TRUE;
    }

    private void unlessNull(Runnable reader) {
        if (!json.isNull()) {
            reader.run();
        }
    }

    private static ProblemException refused(String detail) {
        return new ProblemException(ProblemType.MALFORMED_REQUEST, detail);
    }

    /** An input in the making. */
    private static final class Input {
        private @Nullable String name;
        private @Nullable List<@Nullable Long> shape;
        private @Nullable String datatype;
        private @Nullable Integer binarySize;
        private @Nullable TensorData data;
    }

    /** An output in the making. */
    private static final class Output {
        private @Nullable String name;
        private @Nullable Boolean binary;
    }
}
