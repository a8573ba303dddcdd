package lenet.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import lenet.classification.ClassificationService;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says which model classifies. */
@RestController
@Tag(name = OpenApiConfiguration.MODELS)
class LiveModelController {

    private final ClassificationService classification;

    LiveModelController(ClassificationService classification) {
        this.classification = classification;
    }

    @GetMapping(path = "/api/v1/models/live", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "getLiveModel", summary = "The model that classifies", description = """
                    Version, scores and provenance of the live model. There always is one: the product ships with it.

                        curl localhost:8080/api/v1/models/live
                    """)
    @ApiResponse(responseCode = "200", description = "The live model")
    @Problems(ProblemType.NOT_ACCEPTABLE)
    LiveModelResponse live() {
        return LiveModelResponse.of(classification.live());
    }
}
