package lenet.image;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Formats that people send and that are not read, so that a refusal can name them. */
enum UnreadFormat {
    AVIF("an AVIF picture", "^.{4}ftypavi[fs]"),
    HEIC("a HEIC picture", "^.{4}ftyp(?:he[iv]|m[is]f1)"),
    SVG("an SVG drawing", "^(?:\u00ef\u00bb\u00bf)?\\s*<(?:svg|\\?xml.*<svg|!.*<svg)[\\s>]"),
    PDF("a PDF document", "^%PDF-"),
    WEBP("a WebP picture", "^RIFF.{4}WEBP"),
    TIFF("a TIFF picture", "^(?:II[*+]\0|MM\0[*+])"),
    PSD("a Photoshop document", "^8BPS"),
    ICON("an icon file", "^\0\0[\u0001\u0002]\0"),
    JPEG_2000("a JPEG 2000 picture", "^(?:\0\0\0\u000cjP  |\u00ffO\u00ffQ)"),
    JPEG_XL("a JPEG XL picture", "^(?:\0\0\0\u000cJXL |\u00ff\n)");

    private static final int LOOKED_AT = 1000;

    private final String description;
    private final Pattern start;

    UnreadFormat(String description, String start) {
        this.description = description;
        this.start = Pattern.compile(start, Pattern.DOTALL);
    }

    static Optional<UnreadFormat> of(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        return Arrays.stream(values())
                .filter(format -> format.start.matcher(start).find())
                .findFirst();
    }

    /** What it is, with its article. */
    @Override
    public String toString() {
        return description;
    }
}
