package lenet.web;

/** What a client sent, fit to be repeated in an answer: short, and without characters that are not seen. */
public record Quotation(String text) {

    private static final int LONGEST = 100;

    public Quotation {
        StringBuilder safe = new StringBuilder();
        text.codePoints()
                .limit(LONGEST)
                .map(point -> new CodePoint(point).isPlain() ? point : 0xFFFD)
                .forEach(safe::appendCodePoint);
        text = text.codePointCount(0, text.length()) > LONGEST ? safe + "…" : safe.toString();
    }

    @Override
    public String toString() {
        return "'" + text + "'";
    }
}
