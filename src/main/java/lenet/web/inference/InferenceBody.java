package lenet.web.inference;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lenet.classification.Inference;
import lenet.web.JsonStream;
import lenet.web.ProblemException;
import lenet.web.ProblemType;
import lenet.web.Utf8;
import lenet.web.inference.InferenceRequest.RequestOutput;
import org.jspecify.annotations.Nullable;
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
        if (jsonLength != null) {
            new Utf8(Arrays.copyOf(bytes, length)).check();
        }
        return JsonStream.read(bytes, length, InferenceReader::read);
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
        for (RequestOutput wanted : request.wanted()) {
            if (request.wantsBinary(wanted)) {
                tensors.add(wanted.output().binaryTensor(inference));
                binary.writeBytes(wanted.output().binary(inference));
            } else {
                tensors.add(wanted.output().tensor(inference));
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

    private static ProblemException refused(String detail) {
        return new ProblemException(ProblemType.MALFORMED_REQUEST, detail);
    }
}
