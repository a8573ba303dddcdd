package lenet.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The page and its pictures. */
record Page(Template template, Machine machine) {

    private static final Logger LOG = LoggerFactory.getLogger(Page.class);

    static Page load(Machine machine) throws IOException {
        return new Page(Template.load("paper.md"), machine);
    }

    /** Writes {@code paper.md} and the figures below {@code docs}. */
    void write(List<RowResult> results, Path docs) throws IOException {
        Path images = docs.resolve("images");
        Files.createDirectories(images);
        Map<String, String> values = new LinkedHashMap<>(texts(results));
        Map<String, Optional<Picture>> figures = Map.of(
                "paper-figure-5", new CurvesFigure(results).picture(),
                "paper-figure-6", new SizesFigure(results).picture(),
                "paper-figure-8", Optional.of(ErrorsFigure.load(results).picture()));
        for (Map.Entry<String, Optional<Picture>> figure : figures.entrySet()) {
            String name = figure.getKey();
            values.put(name, figure.getValue().isEmpty() ? "*Not drawn: this run left its rows out.*" : image(name));
            if (figure.getValue().isPresent()) {
                Files.write(
                        images.resolve(name + ".png"), figure.getValue().get().png());
            }
        }
        Path page = docs.resolve("paper.md");
        Files.writeString(page, template.filledIn(values));
        LOG.info("{} written", page);
    }

    private Map<String, String> texts(List<RowResult> results) {
        return Map.of(
                "table", new ResultTable(results).markdown(),
                "requests", new RequestList(results).markdown(),
                "machine", machine.toString(),
                "commit", machine.commit(),
                "dates", machine.dates());
    }

    private static String image(String name) {
        return "![%s](images/%s.png)".formatted(name.replace("paper-f", "F").replace('-', ' '), name);
    }
}
