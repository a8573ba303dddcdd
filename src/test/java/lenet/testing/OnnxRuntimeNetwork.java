package lenet.testing;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;
import lenet.dataset.Images;
import lenet.model.onnx.BareNetwork;
import lenet.network.Architecture;
import lenet.network.Parameters;
import lenet.network.Scaling;
import lenet.network.Shape;

/** A network that ONNX Runtime runs: what the engines' logits are held against, and how fast they come. */
public final class OnnxRuntimeNetwork implements AutoCloseable {

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final Shape shape;
    private final int classes;
    private final float[] inputs;
    private final OrtSession session;

    /** Loads the network to run one operator after another, each on {@code threads} threads. */
    public OnnxRuntimeNetwork(Architecture architecture, Scaling scaling, Parameters parameters, int threads)
            throws OrtException {
        this.shape = architecture.input();
        this.classes = architecture.classes();
        this.inputs = scaling.table();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            session = environment.createSession(BareNetwork.bytes(architecture, parameters), options);
        }
    }

    /** Logits of pictures {@code from} (inclusive) to {@code to} (exclusive), {@code [picture][class]} row-major. */
    public float[] logits(Images images, int from, int to) throws OrtException {
        try (OnnxTensor input = input(images, from, to)) {
            return logits(input);
        }
    }

    /** Logits of the pictures in {@code input}. */
    public float[] logits(OnnxTensor input) throws OrtException {
        try (OrtSession.Result result = session.run(Map.of(BareNetwork.INPUT, input))) {
            OnnxTensor output = (OnnxTensor) result.get(0);
            FloatBuffer values = output.getFloatBuffer();
            float[] logits = new float[(int) input.getInfo().getShape()[0] * classes];
            values.get(logits);
            return logits;
        }
    }

    /**
     * Pictures {@code from} (inclusive) to {@code to} (exclusive), padded with pixel 0, centred and scaled; the caller
     * closes it.
     */
    public OnnxTensor input(Images images, int from, int to) throws OrtException {
        int count = to - from;
        FloatBuffer values = ByteBuffer.allocateDirect(count * shape.units() * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        int top = (shape.height() - images.side()) / 2;
        int left = (shape.width() - images.side()) / 2;
        for (int picture = 0; picture < count; picture++) {
            int first = images.offset(from + picture);
            for (int row = 0; row < shape.height(); row++) {
                for (int column = 0; column < shape.width(); column++) {
                    values.put(inputs[pixel(images, first, row - top, column - left)]);
                }
            }
        }
        return OnnxTensor.createTensor(
                environment, values.rewind(), new long[] {count, shape.maps(), shape.height(), shape.width()});
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }

    private static int pixel(Images images, int first, int row, int column) {
        int side = images.side();
        boolean inside = row >= 0 && row < side && column >= 0 && column < side;
        return inside ? images.pixels()[first + row * side + column] & 0xff : 0;
    }
}
