package lenet.model.onnx;

/** A name out of a file as a message may show it. */
final class Quoted {

    private static final int LONGEST = 80;

    private Quoted() {}

    /** {@code name} between quotation marks, on one line and not too long. */
    static String of(String name) {
        return "'" + plain(name) + "'";
    }

    /** {@code name} on one line and not too long. */
    static String plain(String name) {
        String line = name.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\u2028\\u2029]", "\uFFFD");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
