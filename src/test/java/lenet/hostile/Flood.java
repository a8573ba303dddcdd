package lenet.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;

/** The same over and over again. */
final class Flood {

    private Flood() {}

    /** As many units as {@code bytes} hold, between {@code start} and {@code end}. */
    static byte[] of(int bytes, String start, String unit, String end) {
        return of(bytes, start, number -> unit, end);
    }

    /** The same with units that differ. */
    static byte[] of(int bytes, String start, IntFunction<String> unit, String end) {
        ByteArrayOutputStream flood = new ByteArrayOutputStream(bytes + 1024);
        flood.writeBytes(start.getBytes(StandardCharsets.UTF_8));
        for (int number = 0; flood.size() < bytes; number++) {
            flood.writeBytes(unit.apply(number).getBytes(StandardCharsets.UTF_8));
        }
        flood.writeBytes(end.getBytes(StandardCharsets.UTF_8));
        return flood.toByteArray();
    }
}
