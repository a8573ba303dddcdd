package lenet.engine.dl4j;

import java.util.ArrayList;
import java.util.List;
import lenet.network.Architecture;
import lenet.network.Architecture.ShapedLayer;
import lenet.network.Layer;
import lenet.network.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Where a tensor lies in Deeplearning4j's flat parameter vector.
 *
 * <p>Within a tensor both orders are the same: convolutions are {@code [out][in][row][column]} in both, and a dense
 * layer's {@code [in][out]} in column-major order is {@code [out][in]} row-major. Only a convolution's bias comes first
 * there.
 */
final class ParameterLayout {

    private final List<Block> blocks = new ArrayList<>();
    private final int count;

    ParameterLayout(Architecture architecture) {
        int offset = 0;
        for (ShapedLayer shaped : architecture.shapedLayers()) {
            List<Tensor> tensors = shaped.layer().tensors(shaped.input());
            int size = tensors.stream().mapToInt(Tensor::size).sum();
            int own = offset;
            for (Tensor tensor : tensors) {
                boolean biasFirst = shaped.layer() instanceof Layer.Convolution;
                boolean bias = tensor.kind() == Tensor.Kind.BIAS;
                int theirs = biasFirst == bias ? offset : offset + size - tensor.size();
                blocks.add(new Block(own, theirs, tensor.size(), tensor.kind()));
                own += tensor.size();
            }
            offset += size;
        }
        count = offset;
    }

    private record Block(int own, int theirs, int size, Tensor.Kind kind) {}

    /** Copies canonical {@code values} into the network's flat vector. */
    void write(float[] values, INDArray flat) {
        float[] theirs = new float[count];
        for (Block block : blocks) {
            System.arraycopy(values, block.own(), theirs, block.theirs(), block.size());
        }
        flat.assign(Nd4j.createFromArray(theirs).reshape(flat.shape()));
    }

    /** A canonical copy of the network's flat vector. */
    float[] read(INDArray flat) {
        float[] theirs = flat.reshape(count).toFloatVector();
        float[] values = new float[count];
        for (Block block : blocks) {
            System.arraycopy(theirs, block.theirs(), values, block.own(), block.size());
        }
        return values;
    }

    /** Views on the weights, without the biases, of the network's flat vector. */
    List<INDArray> weights(INDArray flat) {
        INDArray vector = flat.reshape(count);
        return blocks.stream()
                .filter(block -> block.kind() == Tensor.Kind.WEIGHT)
                .map(block -> vector.get(NDArrayIndex.interval(block.theirs(), block.theirs() + block.size())))
                .toList();
    }
}
