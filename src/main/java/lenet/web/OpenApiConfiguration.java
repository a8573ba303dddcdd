package lenet.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import org.springdoc.core.customizers.ServerBaseUrlCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code /v3/api-docs} and {@code openapi.yaml} say about the service as a whole. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    static final String TRAINING = "Training";
    static final String SWEEPS = "Sweeps";
    static final String ENSEMBLES = "Ensembles";
    static final String CLASSIFICATION = "Classification";
    static final String DATASET = "Data set";
    static final String MODELS = "Models";
    static final String PROBLEMS = "Problems";

    /** Only the path, so that the document and Swagger UI hold by whatever name and scheme they are reached. */
    @Bean
    ServerBaseUrlCustomizer thisService() {
        return (url, request) -> {
            String path = new ServiceAddress("").uri().toString();
            return path.isEmpty() ? "/" : path;
        };
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("LeNet-5 service")
                        // The contract's version, which the path /api/v1 names; not the build's.
                        .version("1")
                        .description("Trains LeNet-5 on MNIST and classifies handwritten digits. Whatever fails is"
                                + " answered with application/problem+json (RFC 9457), of one of the types that"
                                + " /problems lists.")
                        .license(new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0")))
                .tags(List.of(
                        new Tag().name(CLASSIFICATION).description("Which digit a picture shows"),
                        new Tag().name(TRAINING).description("Training jobs, their learning curves and evaluations"),
                        new Tag().name(SWEEPS).description("Many jobs at once, ranked and thinned out"),
                        new Tag().name(ENSEMBLES).description("Networks that answer together as one model"),
                        new Tag().name(MODELS).description("What training has made"),
                        new Tag().name(DATASET).description("The pictures that are trained and tested on"),
                        new Tag().name(PROBLEMS).description("What can go wrong")));
    }
}
