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
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.NativeWebRequest;

/** Shows the data set: its figures, single pictures and samples, as JSON and as pictures. */
@RestController
@RequestMapping("/api/v1/dataset")
@Tag(name = OpenApiConfiguration.DATASET)
class DatasetController {

    private static final Representations REPRESENTATIONS =
            new Representations(MediaType.APPLICATION_JSON, MediaType.IMAGE_PNG);

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
    @Problems(ProblemType.NOT_ACCEPTABLE)
    DatasetResponse dataset() {
        return DatasetResponse.of(dataset);
    }

    @GetMapping(path = "/{split}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "listDatasetPictures", summary = "Pictures of a split, in order", description = """
                    One page of a split in the file's order, of all digits or of one. A page past the last one is empty.

                        curl 'localhost:8080/api/v1/dataset/test?label=7&size=5'
                    """)
    @ApiResponse(responseCode = "200", description = "The page")
    @Problems({ProblemType.NOT_FOUND, ProblemType.INVALID_FIELDS, ProblemType.NOT_ACCEPTABLE})
    SplitPage pictures(
            @SplitName @PathVariable String split,
            @Parameter(description = "Page, 0 for the first") @RequestParam(defaultValue = "0") @Min(0) @Max(10_000_000)
                    int page,
            @Parameter(description = "Pictures a page") @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size,
            @Parameter(description = "Lists pictures of this digit only")
                    @RequestParam(required = false)
                    @Min(0)
                    @Max(9)
                    @Nullable
                    Integer label) {
        Split from = split(split);
        return SplitPage.of(from, dataset.split(from), label, page, size);
    }

    @GetMapping("/{split}/{index}")
    @Operation(operationId = "getDatasetPicture", summary = "One picture", description = """
                    The header Accept chooses: JSON with label and pixels, which the classification takes as \
                    `pixels`, or the picture itself as a lossless PNG, which the classification takes as well.

                        curl -H 'Accept: image/png' localhost:8080/api/v1/dataset/test/0 -o seven.png
                        curl -H 'Content-Type: image/png' --data-binary @seven.png \\
                          localhost:8080/api/v1/classifications
                    """)
    @ApiResponse(
            responseCode = "200",
            description = "The picture",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = DatasetPictureResponse.class)),
                @Content(mediaType = MediaType.IMAGE_PNG_VALUE, schema = @Schema(type = "string", format = "binary"))
            })
    @Problems({ProblemType.NOT_FOUND, ProblemType.NOT_ACCEPTABLE})
    ResponseEntity<Object> picture(
            @SplitName @PathVariable String split,
            @Parameter(description = "Position in the split, from 0", example = "0") @PathVariable long index,
            NativeWebRequest request)
            throws HttpMediaTypeNotAcceptableException {
        MediaType type = REPRESENTATIONS.preferredBy(request);
        DatasetPicture picture = DatasetPicture.find(dataset, split(split), index);
        return answer(type)
                .body(type.equals(MediaType.IMAGE_PNG) ? picture.image().toPng() : DatasetPictureResponse.of(picture));
    }

    @GetMapping("/{split}/samples")
    @Operation(operationId = "sampleDataset", summary = "A random sample", description = """
                    Draws different pictures of a split at random, the same for the same parameters. The header Accept \
                    chooses: JSON with indices and labels, or a grid of the pictures as PNG, each with its label \
                    and index. Where there are fewer pictures than cells, all of them are shown.

                        curl -H 'Accept: image/png' -o sevens.png \\
                          'localhost:8080/api/v1/dataset/train/samples?label=7&seed=1'
                    """)
    @ApiResponse(
            responseCode = "200",
            description = "The drawn pictures",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = SampleResponse.class)),
                @Content(mediaType = MediaType.IMAGE_PNG_VALUE, schema = @Schema(type = "string", format = "binary"))
            })
    @Problems({ProblemType.NOT_FOUND, ProblemType.INVALID_FIELDS, ProblemType.NOT_ACCEPTABLE})
    ResponseEntity<Object> sample(
            @SplitName @PathVariable String split,
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
                    Integer label,
            NativeWebRequest request)
            throws HttpMediaTypeNotAcceptableException {
        MediaType type = REPRESENTATIONS.preferredBy(request);
        Split from = split(split);
        LabelledImages data = dataset.split(from);
        int[] drawn = new SampleDraw(rows * columns, seed, label).from(data);
        return answer(type)
                .body(
                        type.equals(MediaType.IMAGE_PNG)
                                ? grid(from, drawn, columns).toPng()
                                : SampleResponse.of(from, data, drawn));
    }

    private static ResponseEntity.BodyBuilder answer(MediaType type) {
        return ResponseEntity.ok().contentType(type).varyBy(HttpHeaders.ACCEPT);
    }

    private DigitGrid grid(Split split, int[] drawn, int columns) {
        List<DigitTile> tiles = IntStream.of(drawn)
                .mapToObj(index -> DatasetPicture.at(dataset, split, index))
                .map(picture ->
                        new DigitTile(picture.image(), Integer.toString(picture.label()), "#" + picture.index()))
                .toList();
        return new DigitGrid(dataset.name() + ", " + split.label() + " split", tiles, columns);
    }

    private static Split split(String name) {
        return Arrays.stream(Split.values())
                .filter(split -> split.label().equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND,
                        "a split is one of %s; there is no %s"
                                .formatted(
                                        Arrays.stream(Split.values())
                                                .map(Split::label)
                                                .toList(),
                                        new Quotation(name))));
    }
}
