package lenet.model.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Set;
import lenet.dataset.Images;

/** An ONNX file that ONNX Runtime runs just as it is. */
final class RunningFile implements AutoCloseable {

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final String input;

    RunningFile(byte[] file) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
            session = environment.createSession(file, options);
        }
        input = session.getInputNames().iterator().next();
    }

    /** What the first output becomes for inputs of {@code shape}, row-major. */
    float[] run(float[] inputs, long... shape) throws OrtException {
        return run(session.getOutputNames().iterator().next(), inputs, shape);
    }

    /** What {@code output} becomes for inputs of {@code shape}, row-major. */
    float[] run(String output, float[] inputs, long... shape) throws OrtException {
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, FloatBuffer.wrap(inputs), shape);
                OrtSession.Result result = session.run(Map.of(input, tensor), Set.of(output))) {
            FloatBuffer values = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] found = new float[values.remaining()];
            values.get(found);
            return found;
        }
    }

    /** What {@code output} becomes for the pixels, 0–255, of pictures {@code from} (inclusive) to {@code to} (exclusive). */
    float[] run(String output, Images images, int from, int to) throws OrtException {
        float[] pixels = new float[(to - from) * images.side() * images.side()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = Byte.toUnsignedInt(images.pixels()[images.offset(from) + i]);
        }
        return run(output, pixels, to - from, 1, images.side(), images.side());
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
