package lenet.hostile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A request as it stands on the wire; {@code Host} and {@code Connection} are added unless it has them. */
@SuppressWarnings("ArrayRecordComponent") // Sent as it is; never compared.
record Request(String method, String target, List<String> headers, byte[] body) {

    static final String JSON = "application/json";

    static Request get(String target) {
        return new Request("GET", target, List.of(), new byte[0]);
    }

    static Request delete(String target) {
        return new Request("DELETE", target, List.of(), new byte[0]);
    }

    static Request post(String target, String contentType, byte[] body) {
        return new Request("POST", target, List.of("Content-Type: " + contentType), body);
    }

    static Request post(String target, String json) {
        return post(target, JSON, json.getBytes(StandardCharsets.UTF_8));
    }

    Request method(String other) {
        return new Request(other, target, headers, body);
    }

    Request with(String header) {
        List<String> all = new ArrayList<>(headers);
        all.add(header);
        return new Request(method, target, all, body);
    }

    /** Request line and headers, with the empty line. */
    byte[] head(String host) {
        StringBuilder head = new StringBuilder("%s %s HTTP/1.1\r\n".formatted(method, target));
        if (headers.stream().noneMatch(header -> header.startsWith("Host:"))) {
            head.append("Host: ").append(host).append("\r\n");
        }
        headers.forEach(header -> head.append(header).append("\r\n"));
        if (body.length > 0 || method.equals("POST") || method.equals("PUT")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        return head.append("Connection: close\r\n\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return method + " " + target + " " + headers + " and " + body.length + " bytes";
    }
}
