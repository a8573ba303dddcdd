package lenet.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;

class BodyLimitsTest {

    private final AtomicLong read = new AtomicLong();
    private final HttpHeaders headers = new HttpHeaders();
    private MethodParameter parameter;

    @BeforeEach
    void findParameter() throws NoSuchMethodException {
        parameter = new MethodParameter(BodyLimitsTest.class.getDeclaredMethod("accept", byte[].class), 0);
    }

    @Test
    void anEndlessBodyIsReadToOneBytePastTheLimit() {
        assertThatThrownBy(this::readEndlessBody).isInstanceOf(ProblemException.class);
        assertThat(read).hasValue(1001);
    }

    @Test
    void aBodyAnnouncedTooLargeIsNotReadAtAll() {
        headers.setContentLength(5_000_000);

        assertThatThrownBy(this::readEndlessBody).hasMessageContaining("5,000,000");
        assertThat(read).hasValue(0);
    }

    @SuppressWarnings("unused")
    private void accept(@BodyLimit(1000) byte[] body) {}

    /** Counts what is taken from it. */
    private final class Endless extends InputStream {

        @Override
        public int read() {
            read.incrementAndGet();
            return 0;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            read.addAndGet(length);
            return length;
        }
    }

    private void readEndlessBody() throws Exception {
        HttpInputMessage message = new HttpInputMessage() {
            @Override
            public InputStream getBody() {
                return new Endless();
            }

            @Override
            public HttpHeaders getHeaders() {
                return headers;
            }
        };
        new BodyLimits().beforeBodyRead(message, parameter, byte[].class, ByteArrayHttpMessageConverter.class);
    }
}
