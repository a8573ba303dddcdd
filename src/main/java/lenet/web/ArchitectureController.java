package lenet.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.stream.Stream;
import lenet.image.NetworkPlot;
import lenet.network.Architecture;
import lenet.network.ArchitectureCatalogue;
import lenet.network.EnsembleKind;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.NativeWebRequest;

/** The networks that can be trained, as figures and as pictures. */
@RestController
@RequestMapping(path = "/api/v1/architectures")
@Tag(name = OpenApiConfiguration.TRAINING)
class ArchitectureController {

    private static final Representations OFFERED =
            new Representations(MediaType.APPLICATION_JSON, MediaType.IMAGE_PNG, Representations.SVG);

    @Operation(operationId = "listArchitectures", summary = "The networks that can be trained", description = """
                    Each with its place in the paper and its layers: shapes, parameters, multiply-adds and connections. The \
                    paper's ensemble is among them; POST /api/v1/ensembles trains it.

                        curl localhost:8080/api/v1/architectures
                    """)
    @ApiResponse(responseCode = "200", description = "The networks, the default first")
    @Problems(ProblemType.NOT_ACCEPTABLE)
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ArchitecturesResponse architectures() {
        return ArchitecturesResponse.of(ArchitectureCatalogue.all(), ArchitectureCatalogue.ensembles());
    }

    @Operation(operationId = "getArchitecture", summary = "One network, layer by layer", description = """
                    The header Accept chooses: JSON, or a drawing in the manner of the paper's figure 2 as PNG or SVG; of \
                    an ensemble one of its networks.

                        curl -H 'Accept: image/png' localhost:8080/api/v1/architectures/lenet5 > lenet5.png
                    """)
    @ApiResponse(
            responseCode = "200",
            description = "The network",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = ArchitectureResponse.class)),
                @Content(mediaType = MediaType.IMAGE_PNG_VALUE, schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "image/svg+xml", schema = @Schema(type = "string"))
            })
    @Problems({ProblemType.NOT_FOUND, ProblemType.NOT_ACCEPTABLE})
    @GetMapping("/{architecture}")
    ResponseEntity<Object> architecture(
            @Parameter(description = "Its name", example = "lenet5") @PathVariable String architecture,
            NativeWebRequest request)
            throws HttpMediaTypeNotAcceptableException {
        MediaType type = OFFERED.preferredBy(request);
        Optional<EnsembleKind> ensemble = ArchitectureCatalogue.ensembles().stream()
                .filter(kind -> kind.name().equals(architecture))
                .findFirst();
        Architecture network = ensemble.map(EnsembleKind::member).orElseGet(() -> find(architecture));
        if (type.equals(MediaType.APPLICATION_JSON)) {
            return Representations.answer(
                    type,
                    architecture,
                    ensemble.map(ArchitectureResponse::of).orElseGet(() -> ArchitectureResponse.of(network)));
        }
        NetworkPlot plot = new ArchitecturePicture(network).plot();
        return Representations.answer(
                type, architecture, type.equals(MediaType.IMAGE_PNG) ? plot.toPng() : plot.toSvg());
    }

    private static Architecture find(String name) {
        return ArchitectureCatalogue.find(name)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND,
                        "an architecture is one of %s; there is no %s"
                                .formatted(
                                        Stream.concat(
                                                        ArchitectureCatalogue.all().stream()
                                                                .map(Architecture::name),
                                                        ArchitectureCatalogue.ensembles().stream()
                                                                .map(EnsembleKind::name))
                                                .toList(),
                                        new Quotation(name))));
    }
}
