package lenet.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import lenet.evaluation.LearningCurve;
import lenet.training.TrainingJob;
import lenet.training.TrainingService;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.NativeWebRequest;

/** A job's learning curves as numbers, as a table and as a picture. */
@RestController
@RequestMapping(path = TrainingJobController.PATH)
@Tag(name = OpenApiConfiguration.TRAINING)
class LearningCurveController {

    private static final Representations REPRESENTATIONS = new Representations(
            MediaType.APPLICATION_JSON, Representations.CSV, MediaType.IMAGE_PNG, Representations.SVG);

    private final TrainingService training;

    LearningCurveController(TrainingService training) {
        this.training = training;
    }

    @Operation(
            operationId = "getLearningCurves",
            summary = "A job's learning curves",
            description =
                    "Loss and accuracy of every finished epoch on the training and the validation split. The header"
                            + " Accept chooses: JSON, a CSV table (RFC 4180, with a header line), or a plot as PNG or SVG.")
    @ApiResponse(
            responseCode = "200",
            description = "The finished epochs; none yet, while the first one runs.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = LearningCurveResponse.class)),
                @Content(
                        mediaType = "text/csv",
                        schema =
                                @Schema(
                                        type = "string",
                                        example =
                                                "epoch,trainingLoss,trainingAccuracy,validationLoss,validationAccuracy,"
                                                        + "learningRate,seconds,imagesPerSecond\r\n"
                                                        + "1,0.42,0.88,0.21,0.94,0.01,8.1,7100.0\r\n")),
                @Content(mediaType = MediaType.IMAGE_PNG_VALUE, schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "image/svg+xml", schema = @Schema(type = "string"))
            })
    @Problems({ProblemType.NOT_FOUND, ProblemType.NOT_ACCEPTABLE})
    @GetMapping("/{id}/curves")
    ResponseEntity<Object> curves(@PathVariable UUID id, NativeWebRequest request)
            throws HttpMediaTypeNotAcceptableException {
        MediaType type = REPRESENTATIONS.preferredBy(request);
        TrainingJob job = training.find(id);
        LearningCurve curve = training.curve(id);
        return Representations.answer(type, "learning-curves-" + id, in(type, job, curve));
    }

    private static Object in(MediaType type, TrainingJob job, LearningCurve curve) {
        if (type.equals(Representations.CSV)) {
            return new LearningCurveTable(curve).csv();
        }
        if (type.equals(MediaType.IMAGE_PNG)) {
            return new LearningCurvePicture(job, curve).plot().toPng();
        }
        return type.equals(Representations.SVG)
                ? new LearningCurvePicture(job, curve).plot().toSvg()
                : LearningCurveResponse.of(job, curve);
    }
}
