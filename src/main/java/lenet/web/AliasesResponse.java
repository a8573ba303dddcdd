package lenet.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Every alias, by name. */
@Schema(name = "Aliases", description = "Every alias, by name")
record AliasesResponse(List<AliasResponse> aliases) {}
