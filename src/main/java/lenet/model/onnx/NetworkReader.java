package lenet.model.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lenet.evaluation.TemperatureScaling;
import lenet.model.FileJson;
import lenet.model.ImportedNetwork;
import lenet.model.ModelFileException;
import lenet.model.Provenance;
import lenet.network.Architecture;
import lenet.network.ArchitectureCatalogue;
import lenet.network.Ensemble;
import lenet.network.Network;
import lenet.network.Parameters;
import lenet.network.Scaling;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Recognises one of the catalogue's architectures in an ONNX file. */
final class NetworkReader {

    /** Operators took shapes as inputs from 5 on and broadcast as today from 7 on. */
    private static final int OLDEST_OPERATORS = 7;

    private static final int NEWEST_OPERATORS = 26;
    private static final double SAME_SCALING = 1e-6;
    private static final JsonMapper JSON = FileJson.MAPPER;

    private final ModelProto model;
    private final Map<String, String> metadata;

    private record Recognised(Architecture architecture, Parameters parameters) {}

    private NetworkReader(ModelProto model) {
        this.model = model;
        this.metadata = model.getMetadataPropsList().stream()
                .collect(Collectors.toMap(
                        StringStringEntryProto::getKey, StringStringEntryProto::getValue, (first, second) -> {
                            throw new ModelFileException("the metadata has a key twice, with the values %s and %s"
                                    .formatted(Quoted.of(first), Quoted.of(second)));
                        }));
    }

    /** See {@link OnnxFile#read}. */
    static ImportedNetwork read(byte[] bytes, Scaling scaling) {
        if (bytes.length > OnnxFile.LARGEST) {
            throw new ModelFileException("an ONNX file of this family has at most %,d bytes, found %,d"
                    .formatted(OnnxFile.LARGEST, bytes.length));
        }
        try {
            MessageCensus.check(bytes);
            return new NetworkReader(ModelProto.parseFrom(bytes)).read(scaling);
        } catch (IOException e) {
            throw new ModelFileException("this is no ONNX file: " + e.getMessage(), e);
        }
    }

    private ImportedNetwork read(Scaling outside) {
        if (!model.hasGraph()) {
            throw new ModelFileException("this is no ONNX file: it has no graph");
        }
        Preprocessing picture = Preprocessing.of(GraphReader.read(model.getGraph(), operatorSet()), outside);
        Tempered tempered = Tempered.of(
                picture.layers(),
                fromJson("temperature", Double.class)
                        .filter(TemperatureScaling::isPlausible)
                        .orElse(1.0));
        Recognised network = recognised(picture.before(tempered.network()));
        return new ImportedNetwork(
                network.architecture().name(),
                Ensemble.of(new Network(network.architecture(), scaling(picture), network.parameters()))
                        .at(tempered.temperature()),
                Quoted.plain((model.getProducerName() + " " + model.getProducerVersion()).strip()),
                fromJson("provenance", Provenance.class).orElse(null),
                metadata);
    }

    private int operatorSet() {
        long version = model.getOpsetImportList().stream()
                .filter(set -> set.getDomain().isEmpty() || set.getDomain().equals("ai.onnx"))
                .mapToLong(OperatorSetIdProto::getVersion)
                .findFirst()
                .orElse(0);
        if (version < OLDEST_OPERATORS || version > NEWEST_OPERATORS) {
            throw new ModelFileException(
                    "operator sets %d to %d are read, found %d".formatted(OLDEST_OPERATORS, NEWEST_OPERATORS, version));
        }
        return (int) version;
    }

    /** The architecture that the file names, if it is that, else the first of the catalogue that it is. */
    private Recognised recognised(Preprocessing picture) {
        String named = metadata.getOrDefault("architecture", "");
        List<Architecture> candidates = ArchitectureCatalogue.all().stream()
                .sorted(Comparator.comparing(
                        architecture -> !architecture.name().equals(named)))
                .toList();
        List<Mismatch> mismatches = new ArrayList<>();
        for (Architecture candidate : candidates) {
            try {
                return new Recognised(candidate, ArchitectureMatch.of(candidate, picture));
            } catch (Mismatch mismatch) {
                mismatches.add(mismatch);
            }
        }
        int furthest = mismatches.stream().mapToInt(Mismatch::reached).max().orElse(0);
        throw mismatches.stream()
                .filter(mismatch -> mismatch.reached() == furthest)
                .findFirst()
                .map(mismatch -> new ModelFileException(mismatch.reason(), mismatch))
                .orElseThrow();
    }

    /** The file's own words where they are what the graph does: they have more digits. */
    private Scaling scaling(Preprocessing picture) {
        Scaling computed = picture.scaling();
        return fromJson("scaling", Scaling.class)
                .filter(written -> picture.ownScaling()
                        && Math.abs(written.mean() - computed.mean()) <= SAME_SCALING
                        && Math.abs(written.scale() / computed.scale() - 1) <= SAME_SCALING)
                .orElse(computed);
    }

    private <T> Optional<T> fromJson(String key, Class<T> type) {
        try {
            return Optional.ofNullable(JSON.readValue(metadata.getOrDefault(key, "null"), type));
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
