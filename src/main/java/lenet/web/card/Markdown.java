package lenet.web.card;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** A Markdown document in the making. What comes from outside is escaped here, and nowhere else. */
final class Markdown {

    /** What means something to Markdown in the middle of a line. */
    private static final String MEANINGFUL = "\\`*_[]<>|&~";

    private final StringBuilder text = new StringBuilder();

    Markdown heading(int level, String heading) {
        text.append("#".repeat(level)).append(' ').append(escaped(heading)).append("\n\n");
        return this;
    }

    /** A paragraph, or several, of Markdown that this service wrote. */
    Markdown paragraph(String markdown) {
        text.append(markdown.strip()).append("\n\n");
        return this;
    }

    /** A table; numbers go to the right where {@code numbers} says so. */
    Markdown table(boolean numbers, List<String> head, List<List<String>> rows) {
        row(head);
        row(head.stream().map(cell -> numbers ? "---:" : "---").toList(), false);
        rows.forEach(this::row);
        text.append('\n');
        return this;
    }

    Markdown code(String language, String code) {
        text.append("```").append(language).append('\n').append(code.strip()).append("\n```\n\n");
        return this;
    }

    Markdown picture(String description, byte[] png) {
        text.append("![%s](data:image/png;base64,%s)\n\n"
                .formatted(escaped(description), Base64.getEncoder().encodeToString(png)));
        return this;
    }

    /** {@code plain} as Markdown that shows it as it is, on one line. */
    static String escaped(String plain) {
        return plain.codePoints()
                .mapToObj(point -> {
                    if (Character.isISOControl(point)) {
                        return " ";
                    }
                    return (MEANINGFUL.indexOf(point) >= 0 ? "\\" : "") + Character.toString(point);
                })
                .collect(Collectors.joining());
    }

    private void row(List<String> cells) {
        row(cells, true);
    }

    private void row(List<String> cells, boolean escape) {
        text.append(cells.stream()
                        .map(cell -> escape ? escaped(cell) : cell)
                        .collect(Collectors.joining(" | ", "| ", " |")))
                .append('\n');
    }

    @Override
    public String toString() {
        return text.toString().strip() + "\n";
    }

    static List<String> cells(Object... values) {
        return Arrays.stream(values).map(String::valueOf).toList();
    }
}
