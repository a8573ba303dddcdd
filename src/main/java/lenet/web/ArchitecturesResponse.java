package lenet.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.stream.Stream;
import lenet.network.Architecture;
import lenet.network.EnsembleKind;

/** The networks that this service trains. */
@Schema(name = "Architectures", description = "The networks that this service trains, the default first.")
record ArchitecturesResponse(List<ArchitectureResponse> architectures) {

    static ArchitecturesResponse of(List<Architecture> architectures, List<EnsembleKind> ensembles) {
        return new ArchitecturesResponse(Stream.concat(
                        architectures.stream().map(ArchitectureResponse::of),
                        ensembles.stream().map(ArchitectureResponse::of))
                .toList());
    }
}
