package lenet.web.card;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** A Markdown document as a page that needs nothing from anywhere. */
final class HtmlPage {

    private static final List<Extension> TABLES = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(TABLES).escapeHtml(true).build();

    private static final String STYLE = """
            :root { color-scheme: light dark; --line: #8884; --code: #8881; }
            body { font: 16px/1.55 system-ui, sans-serif; max-width: 52rem; margin: 2.5rem auto; padding: 0 1rem; }
            h1 { line-height: 1.2; } h2 { margin-top: 2.2rem; border-bottom: 1px solid var(--line); }
            table { border-collapse: collapse; display: block; overflow-x: auto; margin: 1rem 0; }
            th, td { padding: .25rem .7rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
            th[align=right], td[align=right] { text-align: right; font-variant-numeric: tabular-nums; }
            td { overflow-wrap: anywhere; }
            pre { background: var(--code); padding: .8rem 1rem; overflow-x: auto; border-radius: .4rem; }
            code { font: .9em/1.45 ui-monospace, monospace; }
            img { max-width: 100%; height: auto; background: white; border-radius: .4rem; }
            """;

    private HtmlPage() {}

    static String of(String title, String markdown) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <style>
                %s</style>
                </head>
                <body>
                %s</body>
                </html>
                """.formatted(title, STYLE, RENDERER.render(PARSER.parse(markdown)));
    }
}
