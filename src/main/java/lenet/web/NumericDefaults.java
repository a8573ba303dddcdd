package lenet.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Writes defaults such as 0.01 as numbers; springdoc leaves those that are no whole numbers as strings. */
@Component
class NumericDefaults implements GlobalOpenApiCustomizer {

    @Override
    public void customise(OpenAPI document) {
        if (document.getComponents() != null && document.getComponents().getSchemas() != null) {
            document.getComponents().getSchemas().values().forEach(NumericDefaults::correctProperties);
        }
    }

    private static void correctProperties(Schema<?> schema) {
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(NumericDefaults::correct);
        }
    }

    /** Through the raw type, for that is what the library's properties have. */
    @SuppressWarnings({"rawtypes", "unchecked"})
    private static void correct(Schema property) {
        boolean number = "number".equals(property.getType())
                || (property.getTypes() != null && property.getTypes().contains("number"));
        if (number && property.getDefault() instanceof String text) {
            property.setDefault(new BigDecimal(text));
        }
    }
}
