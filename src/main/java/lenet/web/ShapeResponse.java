package lenet.web;

import io.swagger.v3.oas.annotations.media.Schema;
import lenet.network.Shape;

/** The shape of one picture's values in a layer. */
@Schema(name = "Shape", description = "The shape of one picture's values in a layer.")
record ShapeResponse(int maps, int height, int width) {

    static ShapeResponse of(Shape shape) {
        return new ShapeResponse(shape.maps(), shape.height(), shape.width());
    }
}
