package lenet.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import lenet.dataset.Dataset;
import lenet.dataset.LabelledImages;
import lenet.dataset.Split;
import lenet.image.DigitGrid;
import lenet.image.DigitTile;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the data set: its figures, single pictures and samples, as JSON and as pictures. */
@RestController
@RequestMapping("/api/v1/dataset")
@Tag(name = "Dataset", description = "What the networks are trained and measured on")
@ApiResponse(
        responseCode = "406",
        description = "The Accept header excludes every representation (not-acceptable)",
        content =
                @Content(
                        mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                        schema = @Schema(implementation = ProblemDetail.class)))
class DatasetController {

    private static final String PICTURE_SUMMARY = "One picture";
    private static final String PICTURE_DESCRIPTION = """
            As `application/json` (the default) its label and its pixels, which the classification takes as `pixels`; \
            as `image/png` the picture itself, lossless, which the classification takes as well.

                curl -H 'Accept: image/png' localhost:8080/api/v1/dataset/test/0 -o seven.png
                curl -H 'Content-Type: image/png' --data-binary @seven.png localhost:8080/api/v1/classifications
            """;
    private static final String SAMPLE_SUMMARY = "A random sample";
    private static final String SAMPLE_DESCRIPTION = """
            Draws different pictures of a split at random, the same for the same parameters: as `image/png` a grid with \
            labels, as `application/json` (the default) their indices and labels. Where there are fewer pictures than \
            cells, all of them are shown.

                curl -H 'Accept: image/png' 'localhost:8080/api/v1/dataset/train/samples?label=7&seed=1' -o sevens.png
            """;

    private final Dataset dataset;

    DatasetController(Dataset dataset) {
        this.dataset = dataset;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "getDataset", summary = "The data set in figures", description = """
                    Size and class balance of each split, the training mean, and the checksums by which to recognise \
                    the files.

                        curl localhost:8080/api/v1/dataset
                    """)
    @ApiResponse(responseCode = "200", description = "The data set")
    DatasetResponse dataset() {
        return DatasetResponse.of(dataset);
    }

    @GetMapping(path = "/{split}/{index}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "getDatasetPicture", summary = PICTURE_SUMMARY, description = PICTURE_DESCRIPTION)
    @ApiResponse(
            responseCode = "200",
            description = "The picture",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = DatasetPictureResponse.class)))
    @ApiResponse(
            responseCode = "404",
            description = "There is no such split, the split has fewer pictures, or the index is no number (not-found)",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = ProblemDetail.class)))
    DatasetPictureResponse picture(
            @Parameter(
                            description = "train, validation or test",
                            example = "test",
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"train", "validation", "test"}))
                    @PathVariable
                    String split,
            @Parameter(description = "Position in the split, from 0", example = "0") @PathVariable long index) {
        return DatasetPictureResponse.of(DatasetPicture.find(dataset, split(split), index));
    }

    @GetMapping(path = "/{split}/{index}", produces = MediaType.IMAGE_PNG_VALUE)
    @Operation(operationId = "getDatasetPicture", summary = PICTURE_SUMMARY, description = PICTURE_DESCRIPTION)
    @ApiResponse(
            responseCode = "200",
            description = "The picture",
            content =
                    @Content(
                            mediaType = MediaType.IMAGE_PNG_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    byte[] picturePng(@PathVariable String split, @PathVariable long index) {
        return DatasetPicture.find(dataset, split(split), index).image().toPng();
    }

    @GetMapping(path = "/{split}/samples", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "sampleDataset", summary = SAMPLE_SUMMARY, description = SAMPLE_DESCRIPTION)
    @ApiResponse(
            responseCode = "200",
            description = "The drawn pictures",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = SampleResponse.class)))
    @ApiResponse(
            responseCode = "404",
            description = "There is no such split (not-found)",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(
            responseCode = "422",
            description = "A parameter is out of bounds or not a number (invalid-fields)",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = ProblemDetail.class)))
    SampleResponse sample(
            @Parameter(
                            description = "train, validation or test",
                            example = "test",
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"train", "validation", "test"}))
                    @PathVariable
                    String split,
            @Parameter(description = "Rows of the grid") @RequestParam(defaultValue = "5") @Min(1) @Max(20) int rows,
            @Parameter(description = "Columns of the grid") @RequestParam(defaultValue = "10") @Min(1) @Max(20)
                    int columns,
            @Parameter(description = "The same seed draws the same pictures") @RequestParam(defaultValue = "0")
                    long seed,
            @Parameter(description = "Draws pictures of this digit only")
                    @RequestParam(required = false)
                    @Min(0)
                    @Max(9)
                    @Nullable
                    Integer label) {
        Split drawnFrom = split(split);
        LabelledImages data = dataset.split(drawnFrom);
        return SampleResponse.of(drawnFrom, data, new SampleDraw(rows * columns, seed, label).from(data));
    }

    @GetMapping(path = "/{split}/samples", produces = MediaType.IMAGE_PNG_VALUE)
    @Operation(operationId = "sampleDataset", summary = SAMPLE_SUMMARY, description = SAMPLE_DESCRIPTION)
    @ApiResponse(
            responseCode = "200",
            description = "The drawn pictures",
            content =
                    @Content(
                            mediaType = MediaType.IMAGE_PNG_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    byte[] samplePng(
            @PathVariable String split,
            @RequestParam(defaultValue = "5") @Min(1) @Max(20) int rows,
            @RequestParam(defaultValue = "10") @Min(1) @Max(20) int columns,
            @RequestParam(defaultValue = "0") long seed,
            @RequestParam(required = false) @Min(0) @Max(9) @Nullable Integer label) {
        Split drawnFrom = split(split);
        int[] drawn = new SampleDraw(rows * columns, seed, label).from(dataset.split(drawnFrom));
        List<DigitTile> tiles = IntStream.of(drawn)
                .mapToObj(index -> DatasetPicture.at(dataset, drawnFrom, index))
                .map(picture ->
                        new DigitTile(picture.image(), Integer.toString(picture.label()), "#" + picture.index()))
                .toList();
        return new DigitGrid(dataset.name() + ", " + drawnFrom.label() + " split", tiles, columns).toPng();
    }

    private static Split split(String name) {
        return Arrays.stream(Split.values())
                .filter(split -> split.label().equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND,
                        "a split is one of %s; there is no '%s'"
                                .formatted(
                                        Arrays.stream(Split.values())
                                                .map(Split::label)
                                                .toList(),
                                        name)));
    }
}
