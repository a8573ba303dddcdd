package lenet.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.stream.IntStream;

/** A picture of the data set as numbers. */
@Schema(
        name = "DatasetPicture",
        description = "A picture of the data set; its pixels are in the form that the classification takes")
record DatasetPictureResponse(
        @Schema(description = "The split it belongs to", example = "test")
        String split,

        @Schema(description = "Its position in the split, from 0", example = "0")
        int index,

        @Schema(description = "The digit it shows", minimum = "0", maximum = "9", example = "7")
        int label,

        @Schema(description = "784 numbers of 0–255, row by row from the top left; 0 is background, 255 is full ink")
        List<Integer> pixels) {

    static DatasetPictureResponse of(DatasetPicture picture) {
        byte[] pixels = picture.image().pixels();
        return new DatasetPictureResponse(
                picture.split().label(),
                picture.index(),
                picture.label(),
                IntStream.range(0, pixels.length)
                        .mapToObj(i -> Byte.toUnsignedInt(pixels[i]))
                        .toList());
    }
}
