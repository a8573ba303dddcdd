package lenet.web;

import java.beans.PropertyEditorSupport;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.beans.PropertyEditorRegistrar;
import org.springframework.beans.PropertyEditorRegistry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.ConfigurableWebBindingInitializer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/**
 * Reads what stands in paths, queries and headers, each value in one spelling only: numbers as JSON writes them. Property
 * editors, since where a converter refuses a text Spring asks its own editors, which take {@code 0x34}, {@code 053} and
 * blanks.
 */
@Component
final class StrictText implements PropertyEditorRegistrar {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("0|-?[1-9][0-9]*");
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    private static final Pattern TRUTH_VALUE = Pattern.compile("true|false");
    private static final Pattern IDENTIFIER = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    @Autowired
    void serve(RequestMappingHandlerAdapter adapter) {
        if (adapter.getWebBindingInitializer() instanceof ConfigurableWebBindingInitializer initializer) {
            initializer.setPropertyEditorRegistrar(this);
        }
    }

    @Override
    public void registerCustomEditors(PropertyEditorRegistry registry) {
        register(registry, WHOLE_NUMBER, Integer::valueOf, int.class, Integer.class);
        register(registry, WHOLE_NUMBER, Long::valueOf, long.class, Long.class);
        register(registry, NUMBER, Double::valueOf, double.class, Double.class);
        register(registry, TRUTH_VALUE, Boolean::valueOf, boolean.class, Boolean.class);
        register(registry, IDENTIFIER, UUID::fromString, UUID.class);
        register(registry, NUMBER, RejectBelow::valueOf, RejectBelow.class);
    }

    private static void register(
            PropertyEditorRegistry registry, Pattern spelling, Function<String, ?> reader, Class<?>... types) {
        for (Class<?> type : types) {
            registry.registerCustomEditor(type, new Editor(spelling, reader));
        }
    }

    private static final class Editor extends PropertyEditorSupport {

        private final Pattern spelling;
        private final Function<String, ?> reader;

        private Editor(Pattern spelling, Function<String, ?> reader) {
            this.spelling = spelling;
            this.reader = reader;
        }

        @Override
        public void setAsText(String text) {
            if (!spelling.matcher(text).matches()) {
                throw new IllegalArgumentException("not of the form " + spelling);
            }
            setValue(reader.apply(text));
        }
    }
}
