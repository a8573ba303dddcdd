package lenet.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * Reads what its property's type says, but not null: a client whose number of epochs is null has a fault and no wish for the
 * usual number. Jackson's own {@code Nulls.FAIL} refuses members that are left out, too.
 */
final class NullRefusingDeserializer extends StdDeserializer<Object> {

    private final @Nullable ValueDeserializer<?> ofTheType;

    /** For Jackson, which has {@link #createContextual} make the one that reads. */
    NullRefusingDeserializer() {
        super(Object.class);
        ofTheType = null;
    }

    private NullRefusingDeserializer(Class<?> type, ValueDeserializer<?> ofTheType) {
        super(type);
        this.ofTheType = ofTheType;
    }

    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
        return new NullRefusingDeserializer(
                property.getType().getRawClass(),
                context.findContextualValueDeserializer(property.getType(), property));
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) {
        return Objects.requireNonNull(ofTheType).deserialize(parser, context);
    }

    @Override
    public @Nullable Object getNullValue(DeserializationContext context) {
        return context.reportInputMismatch(this, "must not be null");
    }

    @Override
    public @Nullable Object getAbsentValue(DeserializationContext context) {
        return null;
    }
}
