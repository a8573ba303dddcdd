package lenet.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.stream.IntStream;
import lenet.dataset.LabelledImages;
import lenet.dataset.Split;

/** Which pictures a sample has drawn, in the grid's order. */
@Schema(name = "DatasetSample", description = "Which pictures were drawn, row by row as in the grid")
record SampleResponse(
        @Schema(description = "The split they are from", example = "test")
        String split,

        @Schema(description = "The pictures, none twice") List<PictureResponse> pictures) {

    /** One of the pictures. */
    @Schema(name = "DatasetSamplePicture", description = "A drawn picture")
    record PictureResponse(
            @Schema(description = "Its position in the split, from 0", example = "4711")
            int index,

            @Schema(description = "The digit it shows", minimum = "0", maximum = "9", example = "3")
            int label) {}

    static SampleResponse of(Split split, LabelledImages data, int[] drawn) {
        return new SampleResponse(
                split.label(),
                IntStream.of(drawn)
                        .mapToObj(index -> new PictureResponse(index, data.label(index)))
                        .toList());
    }
}
