package lenet.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import lenet.model.ModelAliases;
import lenet.model.ModelReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says and changes which version is live, a candidate, or whatever else a name should mean. */
@RestController
@RequestMapping(path = ModelAliasController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = OpenApiConfiguration.MODELS)
class ModelAliasController {

    static final String PATH = ModelController.PATH + "/aliases";

    private static final int MOST_BYTES = 1 << 10;
    private static final String REASON = "asked for over HTTP";

    private final ModelAliases aliases;

    ModelAliasController(ModelAliases aliases) {
        this.aliases = aliases;
    }

    @Operation(operationId = "listAliases", summary = "List aliases", description = "Every alias and where it points.")
    @ApiResponse(responseCode = "200", description = "The aliases, by name.")
    @Problems
    @GetMapping
    AliasesResponse list() {
        return new AliasesResponse(aliases.all().stream().map(AliasResponse::of).toList());
    }

    @Operation(operationId = "getAlias", summary = "Look at an alias")
    @ApiResponse(responseCode = "200", description = "Where it points.")
    @Problems({ProblemType.NOT_FOUND})
    @GetMapping("/{alias}")
    AliasResponse get(@Parameter(example = "live") @PathVariable String alias) {
        return AliasResponse.of(aliases.get(alias));
    }

    @Operation(operationId = "setAlias", summary = "Point an alias at a model", description = """
                    Creates the alias or moves it. With `ifVersion` it moves only from where you believe it to be, so that \
                    nobody's change is undone unseen.

                    `live` is the model that classifies. Before it moves, the model is loaded and asked for some digits whose \
                    logits were stored when it was registered; one that gives others does not go live. No request is lost or \
                    sees two models; all nodes follow within two seconds.

                        curl -X PUT localhost:8080/api/v1/models/aliases/candidate -H 'Content-Type: application/json' \\
                             -d '{"version": 1}'
                    """)
    @ApiResponse(responseCode = "200", description = "Where it points now.")
    @Problems({
        ProblemType.MALFORMED_REQUEST,
        ProblemType.EMPTY_BODY,
        ProblemType.TOO_LARGE,
        ProblemType.UNSUPPORTED_MEDIA_TYPE,
        ProblemType.INVALID_FIELDS,
        ProblemType.NOT_FOUND,
        ProblemType.ALIAS_MOVED,
        ProblemType.UNFIT_MODEL
    })
    @PutMapping(path = "/{alias}", consumes = MediaType.APPLICATION_JSON_VALUE)
    AliasResponse set(
            @Parameter(
                            description = "A lower-case letter, then up to 62 lower-case letters, digits and hyphens",
                            example = "candidate")
                    @PathVariable
                    String alias,
            @RequestBody @BodyLimit(MOST_BYTES) @Valid AliasRequest request) {
        if (!ModelReference.isAlias(alias)) {
            throw new InvalidFieldsException(List.of(new FieldError(
                    "alias",
                    "must be a lower-case letter, then up to 62 lower-case letters, digits and hyphens, and not the name"
                            + " of an operation",
                    alias)));
        }
        return AliasResponse.of(aliases.set(alias, request.version(), request.ifVersion(), REASON));
    }

    @Operation(operationId = "deleteAlias", summary = "Delete an alias", description = """
                    The models stay, and so does the alias's history. `live` cannot be deleted.""")
    @ApiResponse(responseCode = "204", description = "The alias is gone.", content = @Content)
    @Problems({ProblemType.NOT_FOUND, ProblemType.CONFLICTING_STATE})
    @DeleteMapping("/{alias}")
    ResponseEntity<Void> delete(@Parameter(example = "candidate") @PathVariable String alias) {
        aliases.delete(alias);
        return ResponseEntity.noContent().build();
    }

    @Operation(
            operationId = "getAliasHistory",
            summary = "Every change of an alias",
            description = "When, from which version to which, and why; also of an alias that was deleted.")
    @ApiResponse(responseCode = "200", description = "The changes, the oldest first.")
    @Problems({ProblemType.NOT_FOUND})
    @GetMapping("/{alias}/history")
    AliasHistoryResponse history(@Parameter(example = "live") @PathVariable String alias) {
        return AliasHistoryResponse.of(aliases.history(alias));
    }

    @Operation(
            operationId = "rollBackAlias",
            summary = "Take an alias back to where it pointed before",
            description = """
                    To the version before the present one; twice in a row goes back two versions, not to and fro.

                        curl -X POST localhost:8080/api/v1/models/aliases/live/rollback
                    """)
    @ApiResponse(responseCode = "200", description = "Where it points now.")
    @Problems({
        ProblemType.MALFORMED_REQUEST,
        ProblemType.TOO_LARGE,
        ProblemType.UNSUPPORTED_MEDIA_TYPE,
        ProblemType.INVALID_FIELDS,
        ProblemType.NOT_FOUND,
        ProblemType.CONFLICTING_STATE,
        ProblemType.ALIAS_MOVED,
        ProblemType.UNFIT_MODEL
    })
    @PostMapping(path = "/{alias}/rollback", consumes = MediaType.APPLICATION_JSON_VALUE)
    AliasResponse rollBack(
            @Parameter(example = "live") @PathVariable String alias,
            @RequestBody(required = false) @BodyLimit(MOST_BYTES) @Valid @Nullable RollbackRequest request) {
        return AliasResponse.of(aliases.rollback(alias, request == null ? null : request.ifVersion()));
    }
}
