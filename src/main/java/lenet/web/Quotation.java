package lenet.web;

/** What a client sent, fit to be repeated in an answer: short, and without characters that JSON or a log cannot take. */
public record Quotation(String text) {

    private static final int LONGEST = 100;

    public Quotation {
        StringBuilder safe = new StringBuilder();
        text.codePoints()
                .limit(LONGEST)
                .map(point -> isPlain(point) ? point : 0xFFFD)
                .forEach(safe::appendCodePoint);
        text = text.codePointCount(0, text.length()) > LONGEST ? safe + "…" : safe.toString();
    }

    private static boolean isPlain(int point) {
        int type = Character.getType(point);
        return type != Character.CONTROL && type != Character.SURROGATE;
    }

    @Override
    public String toString() {
        return "'" + text + "'";
    }
}
