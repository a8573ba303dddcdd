package lenet.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

class InferFuzzTest extends ServiceTarget {

    /** The first two bytes are the length of the JSON, which may be a lie; the rest is JSON and the bytes of tensors. */
    @FuzzTest
    void aBodyWithBytesOfTensorsIsTakenOrRefused(byte[] input) throws Exception {
        if (input.length < 2) {
            return;
        }
        short length = ByteBuffer.wrap(input).getShort();
        byte[] body = Arrays.copyOfRange(input, 2, input.length);
        EXECUTIONS.run(() -> check(mvc.perform(MockMvcRequestBuilders.post("/v2/models/lenet5/infer")
                        .contentType("application/octet-stream")
                        .header("Inference-Header-Content-Length", Short.toString(length))
                        .content(body))
                .andReturn()
                .getResponse()));
    }
}
