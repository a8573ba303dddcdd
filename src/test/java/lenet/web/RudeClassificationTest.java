package lenet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lenet.image.GrayImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What the classification makes of requests that it cannot serve. */
class RudeClassificationTest extends ServiceContract {

    private static final String PNG = "image/png";
    private static final byte[] BLANK = GrayImage.of(28, 28, new byte[784]).toPng();
    private static final byte[] FINE = fine().toPng();
    private static final int MIB = 1 << 20;

    /** A request and the problem it gets. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Rude(String what, String contentType, byte[] body, int status, String type, String fragment) {

        @Override
        public String toString() {
            return what;
        }
    }

    @ParameterizedTest
    @MethodSource({"rawBodies", "forms", "pixels"})
    void aRudeRequestGetsItsProblem(Rude rude) {
        Answer answer = post(CLASSIFICATIONS, rude.contentType(), rude.body());

        assertThat(answer.text()).contains(rude.fragment());
        assertThat(answer.status()).isEqualTo(rude.status());
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.json().get("type").asString()).isEqualTo("/problems/" + rude.type());
    }

    static Stream<Rude> rawBodies() {
        return Stream.of(
                raw("an empty body", new byte[0], 400, "empty-body", "no body"),
                raw("text", "seven".getBytes(StandardCharsets.UTF_8), 415, "not-an-image", "PNG, JPEG, GIF or BMP"),
                raw("half a picture", Arrays.copyOf(FINE, FINE.length / 2), 422, "damaged-image", "cannot be decoded"),
                raw("no ink", BLANK, 422, "no-ink", "28×28"),
                raw("a byte too many", new byte[MIB + 1], 413, "too-large", "at most 1,048,576"),
                raw("a line too many pixels", flat(2000, 2001), 422, "too-many-pixels", "2000×2001"),
                new Rude("an SVG", "image/svg+xml", FINE, 415, "unsupported-media-type", "image/png"),
                new Rude("a text type", "text/plain", FINE, 415, "unsupported-media-type", "image/png"),
                new Rude(
                        "curl's default type",
                        "application/x-www-form-urlencoded",
                        FINE,
                        415,
                        "unsupported-media-type",
                        "image/png"),
                new Rude("no type at all", "nonsense", FINE, 415, "unsupported-media-type", "Content-Type"));
    }

    static Stream<Rude> forms() {
        return Stream.of(
                form("no parts", new Form(), 400, "empty-body", "no file"),
                form("a field only", new Form().field("comment", "hi"), 400, "empty-body", "[comment]"),
                form(
                        "a browser's unfilled field",
                        new Form().file("file", "", new byte[0]),
                        400,
                        "empty-body",
                        "no file"),
                form("an empty file", fineAnd("empty.png", new byte[0]), 400, "empty-body", "picture 1 (empty.png)"),
                form("a text file", fineAnd("a.txt", new byte[] {65}), 415, "not-an-image", "picture 1 (a.txt)"),
                form("a blank file", fineAnd("blank.png", BLANK), 422, "no-ink", "picture 1 (blank.png)"),
                form("a large file", fineAnd("l.png", new byte[MIB + 1]), 413, "too-large", "picture 1 (l.png)"),
                form(
                        "a huge file",
                        fineAnd("h.png", new byte[9 * MIB]),
                        413,
                        "too-large",
                        "a file of the form has more than 8,388"),
                form(
                        "a huge form",
                        files(1).file("file", "h.png", new byte[65 * MIB]),
                        413,
                        "too-large",
                        "at most 67,108,864"),
                form("a vast picture", fineAnd("v.png", flat(3000, 3000)), 422, "too-many-pixels", "3000×3000"),
                form("101 files", files(101), 422, "too-many-pictures", "at most 100"),
                form("999 files", files(999), 422, "too-many-pictures", "more than 110 parts; at most 100 files"),
                form("a long name", fineAnd("x".repeat(3000), FINE), 413, "too-large", "headers of a part"),
                form("long fields", new Form().field("x", "x".repeat(70_000)), 413, "too-large", "no files"),
                form(
                        "a file name in a charset of nobody's",
                        new Form().part("name=\"file\"; filename*=UTF-7''a.png", FINE),
                        400,
                        "malformed-request",
                        "expected in UTF-8"),
                new Rude("no boundary", "multipart/form-data", FINE, 400, "malformed-request", "boundary"),
                new Rude(
                        "a form that ends early",
                        new Form().contentType(),
                        Arrays.copyOf(new Form().file("file", "a.png", FINE).bytes(), 120),
                        400,
                        "malformed-request",
                        "multipart"));
    }

    static Stream<Rude> pixels() {
        return Stream.of(
                json("nothing", "", 400, "empty-body", "no body"),
                json("null", "null", 400, "empty-body", "null"),
                json("no JSON", "{\"pixels\":[", 400, "malformed-request", "JSON"),
                json("a bare array", "[1,2]", 400, "malformed-request", ""),
                json("neither form", "{}", 422, "invalid-fields", "found neither"),
                json("null pixels", "{\"pixels\":null}", 422, "invalid-fields", "pixels must be an array"),
                json("both forms", "{\"pixels\":[],\"images\":[]}", 422, "invalid-fields", "found both"),
                json("an unknown field", "{\"pixel\":[]}", 422, "invalid-fields", "pixel is unknown"),
                json("783 pixels", single(numbers(783)), 422, "invalid-fields", "784 numbers"),
                json("785 pixels", single(numbers(785)), 422, "invalid-fields", "found 785 entries"),
                json("a text", single("\"seven\""), 422, "invalid-fields", "found \\\"seven\\\""),
                json("256", single(with(17, "256")), 422, "invalid-fields", "pixels[17] must be"),
                json("-1", single(with(0, "-1")), 422, "invalid-fields", "pixels[0] must be"),
                json("a fraction", single(with(3, "0.5")), 422, "invalid-fields", "whole number of 0–255, found 0.5"),
                json(
                        "a picture of 0–1",
                        single(with(3, "1")),
                        422,
                        "invalid-fields",
                        "multiply a picture of 0–1 by 255"),
                json("fractions of 0–1", batch(with(3, "0.25")), 422, "invalid-fields", "multiply a picture of 0–1"),
                json("a null pixel", single(with(783, "null")), 422, "invalid-fields", "pixels[783]"),
                json("a quoted number", single(with(5, "\"7\"")), 422, "invalid-fields", "pixels[5]"),
                json("true", single(with(5, "true")), 422, "invalid-fields", "found true"),
                json("NaN", single(with(5, "NaN")), 400, "malformed-request", "NaN"),
                json("1e999", single(with(5, "1e999")), 422, "invalid-fields", "pixels[5]"),
                json("a row among numbers", single(with(5, "[1]")), 422, "invalid-fields", "found an array"),
                json("27 rows", single(rows(27, numbers(28))), 422, "invalid-fields", "found 27 entries"),
                json("short rows", single(rows(28, numbers(27))), 422, "invalid-fields", "pixels[0] must have 28"),
                json("rows of rows", single(rows(28, rows(28, "[1]"))), 422, "invalid-fields", "pixels[0][0]"),
                json("blank pixels", single(numbers(784)), 422, "no-ink", "no ink"),
                json("no images", "{\"images\":[]}", 422, "invalid-fields", "1 to 100"),
                json("images of null", "{\"images\":null}", 422, "invalid-fields", "images must be an array"),
                json("an image of null", batch(one(), "null"), 422, "invalid-fields", "images[1]"),
                json("a bad number", batch(one(), with(9, "300")), 422, "invalid-fields", "images[1][9] must be"),
                json("a blank image", batch(one(), numbers(784)), 422, "no-ink", "picture 1"),
                json(
                        "101 images",
                        batch(Collections.nCopies(101, "[]").toArray(String[]::new)),
                        422,
                        "too-many-pictures",
                        "has 101"),
                json("deep nesting", "{\"pixels\":" + "[".repeat(10_000), 400, "malformed-request", "nested"),
                json("pixels twice", "{\"pixels\":[],\"pixels\":[]}", 400, "malformed-request", "has pixels twice"),
                json(
                        "millions of objects",
                        single("[" + "{},".repeat(1_000_000) + "1]"),
                        400,
                        "malformed-request",
                        "Token"),
                json("more than 4 MiB", single("[" + " ".repeat(4 * MIB)), 413, "too-large", "at most 4,194,304"));
    }

    @Test
    void aBatchsProblemNamesTheFirstBadPicture() {
        JsonNode problem = postForm(
                        CLASSIFICATIONS,
                        new Form()
                                .file("file", "a.png", FINE)
                                .file("file", "b.png", BLANK)
                                .file("file", "c.png", BLANK))
                .json();

        assertThat(problem.get("index").intValue()).isEqualTo(1);
        assertThat(problem.get("fileName").asString()).isEqualTo("b.png");
    }

    @Test
    void aBadPixelsProblemNamesImageAndField() {
        JsonNode problem = post(
                        CLASSIFICATIONS,
                        "application/json",
                        batch(one(), with(9, "300")).getBytes(StandardCharsets.UTF_8))
                .json();

        assertThat(problem.get("index").intValue()).isEqualTo(1);
        assertThat(problem.get("errors").get(0).get("field").asString()).isEqualTo("images[1][9]");
    }

    @Test
    void aCompressedBodyIsRefusedByItsCoding() {
        Answer answer = send(request(CLASSIFICATIONS)
                .header("Content-Type", PNG)
                .header("Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(FINE)));

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.text()).contains("the Content-Encoding 'gzip'");
    }

    @Test
    void aBodyOfUnknownLengthIsRefusedPastTheLimit() {
        Answer answer = send(request(CLASSIFICATIONS)
                .header("Content-Type", PNG)
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[3 * MIB]))));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().get("type").asString()).isEqualTo("/problems/too-large");
    }

    private static Rude raw(String what, byte[] body, int status, String type, String fragment) {
        return new Rude(what, PNG, body, status, type, fragment);
    }

    private static Rude form(String what, Form form, int status, String type, String fragment) {
        return new Rude("form: " + what, form.contentType(), form.bytes(), status, type, fragment);
    }

    private static Rude json(String what, String json, int status, String type, String fragment) {
        return new Rude(
                "JSON: " + what, "application/json", json.getBytes(StandardCharsets.UTF_8), status, type, fragment);
    }

    private static Form fineAnd(String name, byte[] bad) {
        return new Form().file("file", "fine.png", FINE).file("file", name, bad);
    }

    private static Form files(int count) {
        Form form = new Form();
        IntStream.range(0, count).forEach(i -> form.file("file", i + ".png", FINE));
        return form;
    }

    private static byte[] flat(int width, int height) {
        return GrayImage.of(width, height, new byte[width * height]).toPng();
    }

    /** A stroke, taken for some digit. */
    private static GrayImage fine() {
        byte[] pixels = new byte[784];
        IntStream.range(4, 24).forEach(y -> pixels[y * 28 + 14] = (byte) 255);
        return GrayImage.of(28, 28, pixels);
    }

    private static String single(String pixels) {
        return "{\"pixels\":" + pixels + "}";
    }

    private static String batch(String... images) {
        return "{\"images\":[" + String.join(",", images) + "]}";
    }

    private static String one() {
        byte[] pixels = fine().pixels();
        return list(IntStream.range(0, pixels.length)
                .mapToObj(i -> Integer.toString(Byte.toUnsignedInt(pixels[i])))
                .toList());
    }

    private static String numbers(int count) {
        return list(Collections.nCopies(count, "0"));
    }

    private static String rows(int count, String row) {
        return list(Collections.nCopies(count, row));
    }

    private static String with(int index, String number) {
        return list(
                IntStream.range(0, 784).mapToObj(i -> i == index ? number : "0").toList());
    }

    private static String list(List<String> entries) {
        return "[" + String.join(",", entries) + "]";
    }
}
