package lenet.model.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import lenet.model.ModelFileException;
import lenet.model.onnx.Value.Integers;

/** Reads what a graph says of its input. */
final class PictureInput {

    private static final List<Integer> SIZES = List.of(28 * 28, 32 * 32);
    private static final int MOST_AXES = 5;

    private PictureInput() {}

    /** The input as a signal: any number of pictures, whichever way their pixels are arranged. */
    static Signal read(ValueInfoProto input) {
        TypeProto.Tensor type = input.getType().getTensorType();
        DataType element = DataType.forNumber(type.getElemType());
        if (element != DataType.FLOAT && element != DataType.UINT8) {
            throw refusal(input, "should be a tensor of FLOAT or UINT8, found %s".formatted(element));
        }
        List<Dimension> sizes = type.getShape().getDimList();
        List<Integer> picture = new ArrayList<>();
        for (Dimension size : sizes.subList(Math.min(1, sizes.size()), sizes.size())) {
            picture.add((int) Math.max(0, Math.min(size.getDimValue(), Short.MAX_VALUE)));
        }
        int[] shape = picture.stream().mapToInt(Integer::intValue).toArray();
        if (sizes.isEmpty() || sizes.size() > MOST_AXES || !SIZES.contains(Sizes.product(shape)) || !isSquare(shape)) {
            throw refusal(
                    input,
                    "should be pictures of 28×28 or 32×32 pixels, such as N×1×28×28, found %s"
                            .formatted(sizes.stream()
                                    .limit(MOST_AXES)
                                    .map(PictureInput::text)
                                    .collect(Collectors.joining("×"))));
        }
        long pictures = sizes.get(0).getDimValue();
        return Signal.input(pictures > 0 ? pictures : Integers.BATCH, shape);
    }

    /** Height and width, or all pixels in a row. */
    private static boolean isSquare(int... shape) {
        int[] sides = Arrays.stream(shape).filter(side -> side > 1).toArray();
        return sides.length == 1 || (sides.length == 2 && sides[0] == sides[1]);
    }

    private static String text(Dimension size) {
        return size.hasDimValue() ? Long.toString(size.getDimValue()) : Quoted.plain(size.getDimParam());
    }

    private static ModelFileException refusal(ValueInfoProto input, String message) {
        return new ModelFileException("input %s %s".formatted(Quoted.of(input.getName()), message));
    }
}
