package lenet.web;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pictures as numbers as the OpenAPI document describes them; {@link PixelsRequest} is what is read. */
@Schema(
        name = "Pixels",
        description =
                "28×28 pictures as numbers, row by row from the top left, 0 = black … 255 = white, digits light on"
                        + " dark or dark on light: exactly one of pixels (one picture) and images (1 to 100 of them). Instead of"
                        + " 784 numbers a picture may be 28 rows of 28.")
record PixelsSchema(
        @ArraySchema(
                schema = @Schema(type = "integer", minimum = "0", maximum = "255"),
                arraySchema = @Schema(description = "One picture, 784 numbers"),
                minItems = 784,
                maxItems = 784)
        @Nullable
        List<Integer> pixels,

        @ArraySchema(
                arraySchema = @Schema(description = "Several pictures, 784 numbers each"),
                minItems = 1,
                maxItems = PixelsRequest.MAX_IMAGES)
        @Nullable
        List<List<Integer>> images) {

    /** A one, in rows. */
    static final String EXAMPLE = "{\"pixels\":[" + ExampleDigit.ROWS + "]}";
}
