package lenet.web;

/** A character of a text that somebody else is to read. */
record CodePoint(int value) {

    /** Letters, marks and symbols that look like nothing: fillers of Hangul, a joiner, and Braille without dots. */
    private static final String BLANK_LETTERS = "\u034F\u115F\u1160\u2800\u3164\uFFA0";

    /** Whether it is seen, or is a plain blank, and leaves the characters around it where they are. */
    boolean isPlain() {
        return switch (Character.getType(value)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> BLANK_LETTERS.indexOf(value) < 0;
        };
    }
}
