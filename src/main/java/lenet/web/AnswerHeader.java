package lenet.web;

/** What every answer tells a browser: to believe the type, to run nothing, to show it in no frame. */
public enum AnswerHeader {
    /** Styles and pictures within an answer are shown: a model's card and drawings have them. */
    CONTENT_SECURITY_POLICY(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'; "
                    + "frame-ancestors 'none'"),
    CONTENT_TYPE_OPTIONS("X-Content-Type-Options", "nosniff"),
    REFERRER_POLICY("Referrer-Policy", "no-referrer");

    private final String header;
    private final String value;

    AnswerHeader(String header, String value) {
        this.header = header;
        this.value = value;
    }

    /** Its name in HTTP. */
    public String header() {
        return header;
    }

    /** What it says, unless a page needs another. */
    public String value() {
        return value;
    }
}
