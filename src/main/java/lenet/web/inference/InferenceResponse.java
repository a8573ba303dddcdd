package lenet.web.inference;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a model says about pictures. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "InferenceResponse", description = "What a model says about pictures")
record InferenceResponse(
        @Schema(example = "live") @JsonProperty("model_name")
        String modelName,

        @Schema(example = "1") @JsonProperty("model_version")
        String modelVersion,

        @Schema(description = "The request's, if it had one", example = "42") @Nullable
        String id,

        List<Tensor> outputs) {}
