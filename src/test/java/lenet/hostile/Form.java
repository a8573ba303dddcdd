package lenet.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A multipart form. */
final class Form {

    private static final String BOUNDARY = "hostile";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    /** {@code count} parts that are files with the same content. */
    static Form ofFiles(int count, byte[] content) {
        Form form = new Form();
        for (int number = 0; number < count; number++) {
            form.part("name=\"file\"; filename=\"" + number + ".png\"", content);
        }
        return form;
    }

    static Form ofFields(int count) {
        Form form = new Form();
        for (int number = 0; number < count; number++) {
            form.part("name=\"field" + number + "\"", new byte[] {'1'});
        }
        return form;
    }

    Form part(String disposition, byte[] content) {
        body.writeBytes("--%s\r\nContent-Disposition: form-data; %s\r\n\r\n"
                .formatted(BOUNDARY, disposition)
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    Request to(String target) {
        byte[] end = ("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream all = new ByteArrayOutputStream(body.size() + end.length);
        all.writeBytes(body.toByteArray());
        all.writeBytes(end);
        return Request.post(target, "multipart/form-data; boundary=" + BOUNDARY, all.toByteArray());
    }
}
