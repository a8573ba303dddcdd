package lenet.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

class QueryFuzzTest extends ServiceTarget {

    /** What stands between {@code GET } and the version: path and query, as any client may write them. */
    @FuzzTest
    void anAddressIsAnsweredOrRefused(byte[] address) throws Exception {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes("GET ".getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(address);
        request.writeBytes(
                " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        EXECUTIONS.run(() -> overTheWire(request.toByteArray()));
    }
}
