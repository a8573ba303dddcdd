package lenet.web;

/** What the OpenAPI page offers for a first try. */
public final class ExampleDigit {

    private static final String EMPTY = "[0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]";
    private static final String INK = "[0,0,0,0,0,0,0,0,0,0,0,0,0,255,255,0,0,0,0,0,0,0,0,0,0,0,0,0]";
    private static final String MARGIN = EMPTY + "," + EMPTY + "," + EMPTY + "," + EMPTY;
    private static final String STROKE = INK + "," + INK + "," + INK + "," + INK + "," + INK;

    /** A one of two pixels by twenty: 28 JSON arrays of 28 numbers. */
    public static final String ROWS = MARGIN + "," + STROKE + "," + STROKE + "," + STROKE + "," + STROKE + "," + MARGIN;

    private ExampleDigit() {}
}
