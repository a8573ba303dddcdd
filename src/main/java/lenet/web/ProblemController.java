package lenet.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Describes the problems this service answers with, at the addresses their {@code type} names. */
@RestController
@RequestMapping(path = "/problems", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = OpenApiConfiguration.PROBLEMS)
class ProblemController {

    @Operation(
            operationId = "listProblems",
            summary = "Every kind of problem",
            description = "What the member type of a problem can be, and what it means.")
    @ApiResponse(responseCode = "200", description = "The kinds.")
    @Problems
    @GetMapping
    List<ProblemDescription> list() {
        return Arrays.stream(ProblemType.values()).map(ProblemDescription::of).toList();
    }

    @Operation(
            operationId = "getProblem",
            summary = "One kind of problem",
            description = "What a problem of this type means and what to do about it.")
    @ApiResponse(responseCode = "200", description = "The kind.")
    @Problems(ProblemType.NOT_FOUND)
    @GetMapping("/{name}")
    ProblemDescription get(
            @Parameter(
                            description = "The last segment of the type",
                            example = "invalid-fields",
                            schema = @Schema(type = "string"))
                    @PathVariable
                    String name) {
        return ProblemType.find(name)
                .map(ProblemDescription::of)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND, "there is no problem called " + new Quotation(name)));
    }
}
