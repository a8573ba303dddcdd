package lenet.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.util.HtmlUtils;

/** Describes the problems this service answers with, at the addresses their {@code type} names. */
@RestController
@RequestMapping("/problems")
@Tag(name = OpenApiConfiguration.PROBLEMS)
class ProblemController {

    /** A browser that follows a problem's type gets a page. */
    private static final Representations FORMS = new Representations(MediaType.APPLICATION_JSON, MediaType.TEXT_HTML);

    @Operation(
            operationId = "listProblems",
            summary = "Every kind of problem",
            description =
                    "What the member type of a problem can be, and what it means: as JSON, or as a page for a browser.")
    @ApiResponse(
            responseCode = "200",
            description = "The kinds.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        array = @ArraySchema(schema = @Schema(implementation = ProblemDescription.class))),
                @Content(mediaType = MediaType.TEXT_HTML_VALUE, schema = @Schema(type = "string"))
            })
    @Problems(ProblemType.NOT_ACCEPTABLE)
    @GetMapping
    ResponseEntity<Object> list(NativeWebRequest request) throws HttpMediaTypeNotAcceptableException {
        MediaType type = FORMS.preferredBy(request);
        List<ProblemDescription> all =
                Arrays.stream(ProblemType.values()).map(ProblemDescription::of).toList();
        return type.equals(MediaType.TEXT_HTML) ? page("Problems", all) : Representations.answer(type, "problems", all);
    }

    @Operation(
            operationId = "getProblem",
            summary = "One kind of problem",
            description =
                    "What a problem of this type means and what to do about it: as JSON, or as a page for a browser.")
    @ApiResponse(
            responseCode = "200",
            description = "The kind.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = ProblemDescription.class)),
                @Content(mediaType = MediaType.TEXT_HTML_VALUE, schema = @Schema(type = "string"))
            })
    @Problems({ProblemType.NOT_FOUND, ProblemType.NOT_ACCEPTABLE})
    @GetMapping("/{name}")
    ResponseEntity<Object> get(
            @Parameter(
                            description = "The last segment of the type",
                            example = "invalid-fields",
                            schema = @Schema(type = "string"))
                    @PathVariable
                    String name,
            NativeWebRequest request)
            throws HttpMediaTypeNotAcceptableException {
        MediaType type = FORMS.preferredBy(request);
        ProblemDescription found = ProblemType.find(name)
                .map(ProblemDescription::of)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND, "there is no problem called " + new Quotation(name)));
        return type.equals(MediaType.TEXT_HTML)
                ? page(found.title(), List.of(found))
                : Representations.answer(type, "problem", found);
    }

    private static ResponseEntity<Object> page(String title, List<ProblemDescription> problems) {
        String sections = problems.stream()
                .map(problem -> "<h2>%s</h2>\n<p>Status %d, type <code>%s</code></p>\n<p>%s</p>\n"
                        .formatted(
                                HtmlUtils.htmlEscape(problem.title()),
                                problem.status(),
                                problem.type(),
                                HtmlUtils.htmlEscape(problem.explanation())))
                .collect(Collectors.joining());
        return Representations.answer(Representations.utf8(MediaType.TEXT_HTML), "problem", """
                <!doctype html>
                <html lang="en">
                <head><meta charset="utf-8"><title>%s</title></head>
                <body>
                <main>
                <h1>%s</h1>
                %s</main>
                </body>
                </html>
                """.formatted(
                        HtmlUtils.htmlEscape(title), HtmlUtils.htmlEscape(title), sections));
    }
}
