package lenet.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonStreamTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @ValueSource(strings = {"{},", "[],", "0,", "\"x\",", "[[{}]],", "1e-9,"})
    void millionsOfValuesTakeNoMoreMemoryThanTheirBytes(String value) {
        byte[] body = utf8("{\"pixels\":[" + value.repeat((4 << 20) / value.length()) + "0]}");

        long allocated = allocated(() -> assertThatThrownBy(() -> PixelsRequest.read(body)));

        assertThat(allocated).isLessThan(body.length);
    }

    @Test
    void namesThatNobodyKnowsAreNotRemembered() {
        byte[] few = utf8(members(1_000));
        byte[] many = utf8(members(400_000));
        skipAll(few);

        // Each name is garbage at once; a parser that looks for duplicates keeps all, in tables that it doubles.
        assertThat(allocated(() -> skipAll(many))).isLessThan(400_000L * 64 + 100_000);
    }

    private static void skipAll(byte[] body) {
        JsonStream.read(body, body.length, json -> {
            json.object("it", Map.of(), name -> {});
            return "";
        });
    }

    private static String members(int count) {
        return IntStream.range(0, count).mapToObj(i -> "\"" + i + "\":0").collect(Collectors.joining(",", "{", "}"));
    }

    private static long allocated(Runnable work) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        work.run();
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
