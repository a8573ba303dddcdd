package lenet.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Swagger UI by what one sees on it. */
final class SwaggerPage {

    private static final double PATIENCE_MILLIS = 30_000;

    private final Page page;
    private final Map<String, String> tagsOfOperations;

    SwaggerPage(Page page, String address) {
        this.page = page;
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.navigate(address);
        page.locator(".opblock").first().waitFor();
        tagsOfOperations = page.locator(".opblock").all().stream()
                .map(block -> block.getAttribute("id").split("-", 3))
                .collect(Collectors.toMap(id -> id[2], id -> id[1], (one, same) -> one, LinkedHashMap::new));
    }

    /** The ids of all operations that the page lists. */
    List<String> operations() {
        return List.copyOf(tagsOfOperations.keySet());
    }

    /** Unfolds it, and folds up every other tag: the page draws all that it shows again at each click. */
    Operation open(String operationId) {
        String tag = Objects.requireNonNull(tagsOfOperations.get(operationId), operationId);
        String header = ".opblock-tag[data-tag='" + tag.replace('_', ' ') + "']";
        Locator others = page.locator(".opblock-tag[data-is-open=true]:not(" + header + ")");
        while (others.count() > 0) {
            others.first().click();
        }
        Locator folded = page.locator(header + "[data-is-open=false]");
        if (folded.count() > 0) {
            folded.click();
        }
        Locator block = page.locator("[id='operations-" + tag + "-" + operationId + "']");
        block.waitFor();
        if (!block.getAttribute("class").contains("is-open")) {
            block.locator(".opblock-summary-control").click();
        }
        block.locator(".execute").waitFor();
        return new Operation(page, block);
    }

    void screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(picture(name)).setFullPage(true));
    }

    private static Path picture(String name) {
        return Path.of("target", "screenshots", name + ".png");
    }

    /** One operation, unfolded. */
    record Operation(Page page, Locator block) {

        Operation parameter(String name, String value) {
            block.locator("tr[data-param-name='" + name + "'] input").fill(value);
            return this;
        }

        boolean hasParameter(String name) {
            return block.locator("tr[data-param-name='" + name + "']").count() > 0;
        }

        boolean isText(String name) {
            return block.locator("tr[data-param-name='" + name + "'] input").count() > 0;
        }

        /** The media types that the page offers for the answer. */
        List<String> answers() {
            Locator choice = answerChoice();
            return choice.count() == 0 ? List.of() : choice.locator("option").allInnerTexts();
        }

        Operation answerAs(String mediaType) {
            answerChoice().selectOption(mediaType);
            return this;
        }

        Operation bodyAs(String mediaType) {
            block.locator(".opblock-section-request-body select.content-type").selectOption(mediaType);
            return this;
        }

        /** The names of the example bodies that the page offers, the one it shows first. */
        List<String> examples() {
            Locator options = exampleChoice().locator("option");
            options.first().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
            return options.all().stream()
                    .map(option -> option.getAttribute("value"))
                    .toList();
        }

        Operation example(String name) {
            exampleChoice().selectOption(name);
            return this;
        }

        Operation file(Path file) {
            Locator add = block.locator(".json-schema-form-item-add");
            if (add.count() > 0 && block.locator("input[type=file]").count() == 0) {
                add.click();
            }
            block.locator("input[type=file]").first().setInputFiles(file);
            return this;
        }

        /** Executes and waits for the server's status. */
        int execute() {
            Locator clear = block.locator(".btn-clear");
            if (clear.count() > 0) {
                clear.click();
            }
            block.locator(".execute").click();
            Locator status = block.locator(".live-responses-table tbody .response-col_status")
                    .first();
            status.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
            return Integer.parseInt(status.innerText().strip().substring(0, 3));
        }

        /** The answer's text, as the page shows it. */
        String answer() {
            return block.locator(".live-responses-table tbody .response-col_description")
                    .first()
                    .innerText();
        }

        boolean showsPicture() {
            Locator picture = block.locator(".live-responses-table img").first();
            picture.waitFor();
            return Boolean.TRUE.equals(picture.evaluate("image => image.decode().then(() => image.naturalWidth > 0)"));
        }

        void screenshot(String name) {
            block.screenshot(new Locator.ScreenshotOptions().setPath(picture(name)));
        }

        /** Folds it up; a page of many unfolded operations is slow. */
        void close() {
            block.locator(".opblock-summary-control").first().click();
        }

        private Locator exampleChoice() {
            return block.locator(".opblock-section-request-body select.examples-select-element");
        }

        private Locator answerChoice() {
            return block.locator(".responses-inner .response-controls select.content-type, "
                            + ".responses-inner .response-control-media-type--accept-controller select.content-type")
                    .first();
        }
    }
}
