package lenet.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A multipart form in the making. */
final class Form {

    private static final String BOUNDARY = "boundary-of-the-tests";

    private final ByteArrayOutputStream parts = new ByteArrayOutputStream();

    Form file(String field, String fileName, byte[] content) {
        return part("name=\"%s\"; filename=\"%s\"".formatted(field, fileName), content);
    }

    Form field(String field, String value) {
        return part("name=\"%s\"".formatted(field), value.getBytes(StandardCharsets.UTF_8));
    }

    String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    byte[] bytes() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(parts.toByteArray());
        all.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return all.toByteArray();
    }

    Form part(String disposition, byte[] content) {
        parts.writeBytes("--%s\r\nContent-Disposition: form-data; %s\r\n\r\n"
                .formatted(BOUNDARY, disposition)
                .getBytes(StandardCharsets.UTF_8));
        parts.writeBytes(content);
        parts.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        return this;
    }
}
