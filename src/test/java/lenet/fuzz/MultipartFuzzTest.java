package lenet.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

class MultipartFuzzTest extends ServiceTarget {

    /** The body of a form whose parts are divided by {@code --b}. */
    @FuzzTest
    void aFormIsTakenOrRefused(byte[] form) throws Exception {
        String head = """
                POST /api/v1/classifications HTTP/1.1\r
                Host: localhost\r
                Connection: close\r
                Content-Type: multipart/form-data; boundary=b\r
                Content-Length: %d\r
                \r
                """.formatted(form.length);
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(form);
        EXECUTIONS.run(() -> overTheWire(request.toByteArray()));
    }
}
