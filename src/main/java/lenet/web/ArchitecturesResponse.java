package lenet.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import lenet.network.Architecture;

/** The networks that this service trains. */
@Schema(name = "Architectures", description = "The networks that this service trains, the default first.")
record ArchitecturesResponse(List<ArchitectureResponse> architectures) {

    static ArchitecturesResponse of(List<Architecture> architectures) {
        return new ArchitecturesResponse(
                architectures.stream().map(ArchitectureResponse::of).toList());
    }
}
