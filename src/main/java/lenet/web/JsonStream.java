package lenet.web;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/** JSON of many numbers, read token by token: nothing is kept of it but what its reader keeps. */
public final class JsonStream {

    /** A thousand nested pictures have 850,000 tokens. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(16)
                    .maxTokenCount(900_000)
                    .maxNameLength(1_000)
                    .maxStringLength(10_000)
                    .maxNumberLength(100)
                    .build())
            // The parser would remember every name that it has seen.
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .build();

    private final JsonParser parser;

    private JsonStream(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * What {@code shape} reads of the first {@code length} of {@code bytes}; it finds the parser at the first token.
     *
     * @throws ProblemException if they are not the JSON of one value, or {@code shape} refuses it
     */
    public static <T> T read(byte[] bytes, int length, Function<JsonStream, T> shape) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes, 0, length)) {
            JsonStream stream = new JsonStream(parser);
            parser.nextToken();
            T value = shape.apply(stream);
            if (parser.nextToken() != null) {
                throw stream.refused("more follows after its end");
            }
            return value;
        } catch (JacksonException e) {
            throw new ProblemException(
                    ProblemType.MALFORMED_REQUEST, "the JSON cannot be read: " + UnreadableBody.reason(e));
        }
    }

    /** Where the stream stands. */
    public JsonParser parser() {
        return parser;
    }

    /**
     * Reads an object's members as they come.
     *
     * @param what what the object is called in a refusal
     * @param known reads the values of the members that may be there, once each
     * @param unknown is told the names of others; they are skipped
     * @throws ProblemException if there is no object, or a known member is there twice
     */
    public void object(String what, Map<String, Runnable> known, Consumer<String> unknown) {
        expect(JsonToken.START_OBJECT, what + " must be a JSON object");
        Set<String> seen = new HashSet<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            Runnable reader = known.get(name);
            if (reader == null) {
                unknown.accept(name);
                parser.skipChildren();
            } else if (seen.add(name)) {
                reader.run();
            } else {
                throw refused("%s has %s twice".formatted(what, name));
            }
        }
    }

    /**
     * Reads an array's elements one after another.
     *
     * @return how many there are
     * @throws ProblemException if there is no array
     */
    public int array(String what, Runnable element) {
        expect(JsonToken.START_ARRAY, what + " must be an array");
        int count = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            element.run();
            count++;
        }
        return count;
    }

    /**
     * What {@code reader} reads here, or the problem by which it refuses it, thrown when it is asked for; either way the
     * value here has been passed.
     */
    public <T> Supplier<T> attempt(Supplier<T> reader) {
        TokenStreamContext outside = isStart() ? parser.streamReadContext().getParent() : parser.streamReadContext();
        try {
            T value = reader.get();
            return () -> value;
        } catch (ProblemException e) {
            while (parser.streamReadContext() != outside) {
                parser.nextToken();
            }
            return () -> {
                throw e;
            };
        }
    }

    /**
     * A string, or null.
     *
     * @throws ProblemException if something else is there
     */
    public @Nullable String string(String what) {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        expect(JsonToken.VALUE_STRING, what + " must be a string");
        return parser.getString();
    }

    /** Whether null is here in place of a value. */
    public boolean isNull() {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    /** What is here, fit to be repeated in an answer. */
    public String found() {
        JsonToken token = parser.currentToken();
        if (token == null) {
            return "nothing";
        }
        return switch (token) {
            case START_ARRAY -> "an array";
            case START_OBJECT -> "an object";
            case VALUE_STRING -> '"' + new Quotation(parser.getString()).text() + '"';
            default -> new Quotation(parser.getString()).text();
        };
    }

    /** That the JSON is not what it must be here. */
    public ProblemException refused(String why) {
        return new ProblemException(
                ProblemType.MALFORMED_REQUEST,
                "the JSON cannot be read: %s, at line %d, column %d"
                        .formatted(
                                why,
                                parser.currentTokenLocation().getLineNr(),
                                parser.currentTokenLocation().getColumnNr()));
    }

    private boolean isStart() {
        return parser.currentToken() == JsonToken.START_ARRAY || parser.currentToken() == JsonToken.START_OBJECT;
    }

    private void expect(JsonToken expected, String expectation) {
        if (parser.currentToken() != expected) {
            throw refused("%s, found %s".formatted(expectation, found()));
        }
    }
}
