package lenet.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import lenet.model.ModelAlias;
import lenet.model.ModelAliases;
import lenet.model.ModelOrder;
import lenet.model.ModelReference;
import lenet.model.ModelRegistry;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists, shows and deletes registered models. */
@RestController
@RequestMapping(path = ModelController.PATH)
@Tag(name = OpenApiConfiguration.MODELS)
class ModelController {

    static final String PATH = "/api/v1/models";

    /** How the OpenAPI document describes a {@link ModelReference}. */
    static final String REFERENCE = "A version, or an alias that points at one";

    private final ModelRegistry registry;
    private final ModelAliases aliases;

    ModelController(ModelRegistry registry, ModelAliases aliases) {
        this.registry = registry;
        this.aliases = aliases;
    }

    @Operation(operationId = "listModels", summary = "List models", description = """
                    One page of models, the newest first unless `sort` says otherwise: `testError` puts the best on the \
                    test split first, `-testError` the worst. A page past the last one is empty.

                        curl 'localhost:8080/api/v1/models?sort=validationError&size=3'
                    """)
    @ApiResponse(responseCode = "200", description = "The page.")
    @Problems({ProblemType.INVALID_FIELDS})
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ModelPage list(
            @Parameter(description = "Page, 0 for the first") @RequestParam(defaultValue = "0") @Min(0) @Max(10_000_000)
                    int page,
            @Parameter(description = "Models a page") @RequestParam(defaultValue = "20") @Min(1) @Max(100) int size,
            @Parameter(
                            description = "What by; a hyphen before it turns the order round",
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {
                                                "-version",
                                                "version",
                                                "validationError",
                                                "-validationError",
                                                "testError",
                                                "-testError"
                                            }))
                    @RequestParam(defaultValue = "-version")
                    @OneOf(Vocabulary.MODEL_ORDER)
                    String sort) {
        boolean descending = sort.startsWith("-");
        ModelOrder order = Words.MODEL_ORDERS.value(descending ? sort.substring(1) : sort);
        List<ModelAlias> all = aliases.all();
        int total = registry.count();
        return new ModelPage(
                registry.list(order, descending, page * size, size).stream()
                        .map(version -> ModelResponse.of(version, all))
                        .toList(),
                page,
                size,
                total,
                (total + size - 1) / size);
    }

    @Operation(operationId = "getModel", summary = "Look at a model", description = """
                    Version, preprocessing, scores and provenance. `live` is the model that classifies; there always is one: \
                    the product ships with it.

                        curl localhost:8080/api/v1/models/live
                    """)
    @ApiResponse(responseCode = "200", description = "The model.")
    @Problems({ProblemType.NOT_FOUND})
    @GetMapping(path = "/{model}", produces = MediaType.APPLICATION_JSON_VALUE)
    ModelResponse get(
            @Parameter(description = REFERENCE, schema = @Schema(type = "string", example = "live")) @PathVariable
                    ModelReference model) {
        return ModelResponse.of(registry.describe(model), aliases.all());
    }

    @Operation(
            operationId = "deleteModel",
            summary = "Delete a model",
            description =
                    "Deletes a version for good; its number is not given again. Not while an alias points at it, so that"
                            + " one that is named by an alias is never deleted; nor while an ensemble has it as a member, a"
                            + " running sweep may promote it, or a job that has not ended learns from it.")
    @ApiResponse(responseCode = "204", description = "The model is gone.", content = @Content)
    @Problems({ProblemType.NOT_FOUND, ProblemType.CONFLICTING_STATE})
    @DeleteMapping("/{model}")
    ResponseEntity<Void> delete(
            @Parameter(description = REFERENCE, schema = @Schema(type = "string", example = "2")) @PathVariable
                    ModelReference model) {
        registry.delete(registry.resolve(model));
        return ResponseEntity.noContent().build();
    }
}
