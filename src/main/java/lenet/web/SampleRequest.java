package lenet.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lenet.dataset.LabelledImages;
import org.jspecify.annotations.Nullable;

/** How many pictures to draw from a split, and which. */
record SampleRequest(
        @Parameter(
                description = "Rows of the grid",
                schema = @Schema(type = "integer", minimum = "1", maximum = "20", defaultValue = "5"))
        @Min(1)
        @Max(20)
        @Nullable
        Integer rows,

        @Parameter(
                description = "Columns of the grid",
                schema = @Schema(type = "integer", minimum = "1", maximum = "20", defaultValue = "10"))
        @Min(1)
        @Max(20)
        @Nullable
        Integer columns,

        @Parameter(
                description = "The same seed draws the same pictures",
                schema = @Schema(type = "integer", format = "int64", defaultValue = "0"))
        @Nullable
        Long seed,

        @Parameter(
                description = "Draws pictures of this digit only",
                schema = @Schema(type = "integer", minimum = "0", maximum = "9"))
        @Min(0)
        @Max(9)
        @Nullable
        Integer label) {

    SampleRequest {
        rows = rows == null ? Integer.valueOf(5) : rows;
        columns = columns == null ? Integer.valueOf(10) : columns;
        seed = seed == null ? Long.valueOf(0) : seed;
    }

    /** Columns of the grid. */
    int width() {
        return Objects.requireNonNull(columns);
    }

    /** Indices of different pictures of {@code data}, at most one a cell; a pure function of data and request. */
    int[] draw(LabelledImages data) {
        int[] candidates = IntStream.range(0, data.count())
                .filter(index -> label == null || data.label(index) == label)
                .toArray();
        int drawn = Math.min(Objects.requireNonNull(rows) * width(), candidates.length);
        SplittableRandom random = new SplittableRandom(Objects.requireNonNull(seed));
        // The beginning of a Fisher–Yates shuffle.
        for (int i = 0; i < drawn; i++) {
            int other = random.nextInt(i, candidates.length);
            int index = candidates[other];
            candidates[other] = candidates[i];
            candidates[i] = index;
        }
        return IntStream.of(candidates).limit(drawn).toArray();
    }
}
