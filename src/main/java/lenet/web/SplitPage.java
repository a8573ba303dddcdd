package lenet.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.stream.IntStream;
import lenet.dataset.LabelledImages;
import lenet.dataset.Split;
import org.jspecify.annotations.Nullable;

/** One page of a split, in the file's order. */
@Schema(name = "DatasetPage", description = "One page of a split, in the file's order")
record SplitPage(
        @Schema(description = "The split", example = "test") String split,

        @Schema(description = "The only digit listed; null for all", example = "7") @Nullable
        Integer label,

        List<SampleResponse.PictureResponse> pictures,
        int page,
        int size,

        @Schema(description = "Number of such pictures in all", example = "1028")
        int total,

        int totalPages) {

    static SplitPage of(Split split, LabelledImages data, @Nullable Integer label, int page, int size) {
        int[] all = IntStream.range(0, data.count())
                .filter(index -> label == null || data.label(index) == label)
                .toArray();
        List<SampleResponse.PictureResponse> pictures = IntStream.of(all)
                .skip((long) page * size)
                .limit(size)
                .mapToObj(index -> new SampleResponse.PictureResponse(index, data.label(index)))
                .toList();
        return new SplitPage(split.label(), label, pictures, page, size, all.length, (all.length + size - 1) / size);
    }
}
