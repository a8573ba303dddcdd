package lenet.web.inference;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lenet.classification.Inference;
import lenet.web.ProblemException;
import lenet.web.ProblemType;
import lenet.web.inference.InferenceRequest.RequestOutput;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A body of the protocol: JSON, and behind it, where the header says how long the JSON is, tensors in binary form (the
 * extension {@code binary_tensor_data}).
 *
 * @param jsonLength what the header says; absent where there is nothing but JSON
 */
@SuppressWarnings("ArrayRecordComponent") // Made for one request or answer; never compared.
record InferenceBody(byte[] bytes, @Nullable Integer jsonLength) {

    /** The header that says how long the JSON is. */
    static final String HEADER = "Inference-Header-Content-Length";

    private static final JsonMapper JSON = JsonMapper.builder()
            // Extensions add members of their own.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    /**
     * The request that the JSON is.
     *
     * @throws ProblemException if it is none
     */
    InferenceRequest request() {
        int length = jsonLength == null ? bytes.length : jsonLength;
        if (length < 0 || length > bytes.length) {
            throw refused(
                    "%s must lie between 0 and the body's %,d bytes, found %d".formatted(HEADER, bytes.length, length));
        }
        try {
            InferenceRequest request = JSON.readValue(bytes, 0, length, InferenceRequest.class);
            if (request == null) {
                throw refused("the body must be a JSON object");
            }
            return request;
        } catch (JacksonException e) {
            throw refused("the JSON cannot be read: %s at line %d, column %d"
                    .formatted(
                            e.getOriginalMessage(),
                            e.getLocation().getLineNr(),
                            e.getLocation().getColumnNr()));
        }
    }

    /** What stands behind the JSON. */
    ByteBuffer binary() {
        int length = jsonLength == null ? bytes.length : jsonLength;
        return ByteBuffer.wrap(bytes, length, bytes.length - length).slice();
    }

    /** The answer to {@code request}, with the outputs it asks for in the forms it asks for. */
    static InferenceBody answer(String model, InferenceRequest request, Inference inference) {
        List<Tensor> tensors = new ArrayList<>();
        ByteArrayOutputStream binary = new ByteArrayOutputStream();
        for (RequestOutput wanted : wanted(request)) {
            ModelOutput output = ModelOutput.find(String.valueOf(wanted.name()))
                    .orElseThrow(() -> refused("the model's outputs are %s, found %s"
                            .formatted(String.join(", ", ModelOutput.names()), wanted.name())));
            if (request.wantsBinary(wanted.parameters())) {
                tensors.add(output.binaryTensor(inference));
                binary.writeBytes(output.binary(inference));
            } else {
                tensors.add(output.tensor(inference));
            }
        }
        byte[] json = JSON.writeValueAsBytes(
                new InferenceResponse(model, Long.toString(inference.modelVersion()), request.id(), tensors));
        if (binary.size() == 0) {
            return new InferenceBody(json, null);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(json);
        all.writeBytes(binary.toByteArray());
        return new InferenceBody(all.toByteArray(), json.length);
    }

    private static List<RequestOutput> wanted(InferenceRequest request) {
        if (request.outputs() == null || request.outputs().isEmpty()) {
            return ModelOutput.names().stream()
                    .map(name -> new RequestOutput(name, Map.of()))
                    .toList();
        }
        List<RequestOutput> wanted = new ArrayList<>();
        for (RequestOutput output : request.outputs()) {
            if (output == null
                    || wanted.stream()
                            .anyMatch(other -> String.valueOf(other.name()).equals(output.name()))) {
                throw refused("outputs must name each output once, found %s"
                        .formatted(output == null ? "null" : output.name() + " twice"));
            }
            wanted.add(output);
        }
        return wanted;
    }

    private static ProblemException refused(String detail) {
        return new ProblemException(ProblemType.MALFORMED_REQUEST, detail);
    }
}
