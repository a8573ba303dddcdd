package lenet.model.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import java.util.Map;
import java.util.TreeMap;
import lenet.model.ImportedNetwork;
import lenet.model.ModelFile;
import lenet.model.ModelFileException;
import lenet.model.TrainedModel;
import lenet.network.Scaling;

/**
 * A model as a file in the ONNX format, which any ONNX runtime runs, and the way back.
 *
 * <p>A written file takes {@code image}, {@code [pictures][1][28][28]} floats of 0–255, pads and scales them by itself, and
 * gives {@code logits} and {@code probabilities}, both {@code [pictures][10]}. Its nodes and tensors bear the names of the
 * paper's layers, and its metadata is that of {@link ModelFile}.
 */
public final class OnnxFile {

    /** Bytes of the largest file that is read; a LeNet-5 takes a sixteenth of it. */
    public static final int LARGEST = 4 << 20;

    /** The name of this service as a producer of files. */
    public static final String PRODUCER = "lenet5-service";

    /** The newest operators that ONNX's checker knows; the file version is the one they came with. */
    private static final int OPERATOR_SET = 22;

    private static final int FILE_VERSION = 10;

    private OnnxFile() {}

    /**
     * The bytes of {@code model}'s file; always the same for the same model and edition.
     *
     * @throws IllegalArgumentException if the edition's metadata has a key that the model's own has
     */
    public static byte[] write(TrainedModel model, Edition edition) {
        ModelProto.Builder file = file(PictureGraph.of(
                        model.architecture(),
                        model.scaling(),
                        model.parameters(),
                        model.ensemble().temperature()))
                .setProducerName(PRODUCER)
                .setProducerVersion(edition.serviceVersion())
                .setModelVersion(edition.modelVersion())
                .setDocString(
                        "%s. Takes pictures of 28×28 pixels of 0–255, light ink on black; gives logits and probabilities."
                                .formatted(model.architecture().summary()));
        metadata(model, edition)
                .forEach((key, value) -> file.addMetadataProps(
                        StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
        return file.build().toByteArray();
    }

    /**
     * The network in {@code bytes}: one of the catalogue's architectures, written by this service, exported by PyTorch or
     * converted from Keras. {@code docs/model-files.md} says which operators and which forms of them are read.
     *
     * @param scaling what the network's inputs were made with; used where the graph does not scale by itself
     * @throws ModelFileException if this is no such file; names the node that stands in the way
     */
    public static ImportedNetwork read(byte[] bytes, Scaling scaling) {
        return NetworkReader.read(bytes, scaling);
    }

    static ModelProto.Builder file(GraphProto graph) {
        return ModelProto.newBuilder()
                .setIrVersion(FILE_VERSION)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPERATOR_SET))
                .setGraph(graph);
    }

    private static Map<String, String> metadata(TrainedModel model, Edition edition) {
        Map<String, String> metadata = new TreeMap<>(ModelFile.metadata(model));
        edition.metadata().forEach((key, value) -> {
            if (metadata.put(key, value) != null) {
                throw new IllegalArgumentException("the model's own metadata already says '%s'".formatted(key));
            }
        });
        return metadata;
    }
}
