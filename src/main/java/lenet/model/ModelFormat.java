package lenet.model;

import java.util.Map;
import lenet.model.dl4j.Dl4jFile;
import lenet.model.onnx.Edition;
import lenet.model.onnx.OnnxFile;
import lenet.network.Scaling;

/** The formats of files that hold a model. */
public enum ModelFormat {
    /** This service's own, and what Python's safetensors writes. */
    SAFETENSORS("safetensors", "safetensors", "application/octet-stream") {
        @Override
        public byte[] write(ModelVersion version, RunningSystem system) {
            return ModelFile.write(version.model());
        }

        @Override
        ImportedNetwork read(byte[] file, Scaling scaling) {
            return ModelFile.readForeign(file, scaling);
        }
    },
    /** What every ONNX runtime runs. */
    ONNX("onnx", "onnx", "application/octet-stream") {
        @Override
        public byte[] write(ModelVersion version, RunningSystem system) {
            return OnnxFile.write(
                    version.model(),
                    new Edition(system.service(), version.version(), Map.of(ModelVersion.METADATA, version.sha256())));
        }

        @Override
        ImportedNetwork read(byte[] file, Scaling scaling) {
            return OnnxFile.read(file, scaling);
        }
    },
    /** Deeplearning4j's; it is not read, see {@link #read}. */
    DL4J("dl4j", "zip", "application/zip") {
        @Override
        public byte[] write(ModelVersion version, RunningSystem system) {
            return Dl4jFile.write(version.model());
        }

        @Override
        ImportedNetwork read(byte[] file, Scaling scaling) {
            throw new ModelFileException(
                    "the file is a zip, as Deeplearning4j and PyTorch write; such files can make a program"
                            + " run code, so that none is taken in: send safetensors or ONNX");
        }
    };

    private final String label;
    private final String ending;
    private final String mediaType;

    ModelFormat(String label, String ending, String mediaType) {
        this.label = label;
        this.ending = ending;
        this.mediaType = mediaType;
    }

    /** Its name in addresses and in provenance. */
    public String label() {
        return label;
    }

    /** The ending of its files' names. */
    public String ending() {
        return ending;
    }

    /** The media type of its files. */
    public String mediaType() {
        return mediaType;
    }

    /** The file of {@code version}, written by the service that {@code system} is. */
    public abstract byte[] write(ModelVersion version, RunningSystem system);

    /**
     * The network in {@code file}.
     *
     * @param scaling what the network's inputs were made with; used where the file does not say
     * @throws ModelFileException if the file holds no network that this service runs, or is of a format that is not read
     */
    abstract ImportedNetwork read(byte[] file, Scaling scaling);

    /** The format of {@code file}, told from its first bytes. */
    static ModelFormat of(byte[] file) {
        if (file.length > 3 && file[0] == 'P' && file[1] == 'K') {
            return DL4J;
        }
        return Safetensors.isStartOf(file) ? SAFETENSORS : ONNX;
    }
}
