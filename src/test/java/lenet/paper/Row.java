package lenet.paper;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One row of the table: what is trained once a seed.
 *
 * @param name by which a run asks for it
 * @param title as the table has it
 * @param kind what is asked of the service
 * @param request the request's body, less seed, name and what all have in common
 * @param published what it is held against, if somebody has trained the same
 * @param isInTable or else in a figure only
 * @param members names of the rows whose models are averaged, to be the row's own models or their teacher; none for other
 *     kinds
 */
record Row(
        String name,
        String title,
        Kind kind,
        String request,
        @Nullable Published published,
        boolean isInTable,
        List<String> members) {

    private Row(
            String name, String title, Kind kind, String request, @Nullable Published published, boolean isInTable) {
        this(name, title, kind, request, published, isInTable, List.of());
    }

    /** What is asked of the service for each seed. */
    enum Kind {
        /** A training job. */
        JOB,
        /** A training job that learns from the average of all models of another row, or of several. */
        TAUGHT,
        /** An ensemble, trained anew. */
        ENSEMBLE,
        /** An average of all models but one of another row, or of several. */
        AVERAGE
    }

    /** LeNet-5 as the paper trains it. */
    static final Row LENET5 = new Row(
            "paper-1998",
            "LeNet-5 of 1998, its own loss and optimiser",
            Kind.JOB,
            """
            {"recipe": "paper-1998"}""",
            new Published(0.0095, "paper"),
            true);

    /** The same on distorted pictures. */
    static final Row LENET5_DISTORTED = new Row(
            "paper-1998-distorted",
            "LeNet-5 of 1998, the same with distortions",
            Kind.JOB,
            """
            {"recipe": "paper-1998", "epochs": 40, "rubbish": 20, "learningRate": 1e-4, "augmentation": {"rotation": 0, \
            "translation": 1, "scaling": 0.07, "squeezing": 0.07, "shearing": 0.1, "elastic": 0}}""",
            new Published(0.008, "paper"),
            true);

    /** LeNet-5 on the first quarter of the training pictures. */
    static final Row LENET5_15000 = onFirst(15_000);

    /** LeNet-5 on half of them. */
    static final Row LENET5_30000 = onFirst(30_000);

    /** The row whose models are averaged. */
    static final Row ACCURATE =
            new Row("accurate", "the article's LeNet-5, recipe `accurate`", Kind.JOB, """
            {"recipe": "accurate"}""", null, true);

    /** What goes lowest on validation. */
    static final Row LOWEST = new Row("lowest", "the article's, 200 epochs with strokes", Kind.JOB, """
            {"recipe": "accurate", "epochs": 200, "augmentation": {"squeezing": 0.07, "strokeWidth": 1}}""", null, true);

    /** Pupils of those, on pictures that are distorted more. */
    static final Row TAUGHT = new Row(
            "taught", "the article's, 450 epochs, taught by those", Kind.TAUGHT, """
            {"recipe": "accurate", "epochs": 450, "augmentation": {"rotation": 10, "translation": 1, "scaling": 0.1, \
            "squeezing": 0.1, "shearing": 0.15, "strokeWidth": 1}}""", null, true, List.of(LOWEST.name));

    /** All of them, in the order in which they are trained. */
    static final List<Row> ALL = List.of(
            new Row(
                    "article",
                    "the article's LeNet-5, its recipe",
                    Kind.JOB,
                    """
                    {"recipe": "article"}""",
                    new Published(0.0163, "article"),
                    true),
            new Row("fast", "the article's LeNet-5, recipe `fast`", Kind.JOB, """
                    {"recipe": "fast"}""", null, true),
            ACCURATE,
            LOWEST,
            TAUGHT,
            LENET5,
            LENET5_DISTORTED,
            LENET5_15000,
            LENET5_30000,
            new Row(
                    "lenet5-1998-accurate",
                    "LeNet-5 of 1998, as `accurate` with its own loss",
                    Kind.JOB,
                    """
                    {"recipe": "accurate", "architecture": "lenet5-1998", "loss": "map", "epochs": 20}""",
                    new Published(0.008, "paper"),
                    true),
            new Row("lenet4", "LeNet-4, as `accurate`", Kind.JOB, """
                    {"recipe": "accurate", "architecture": "lenet4", "epochs": 20}""", new Published(0.011, "paper"), true),
            new Row("lenet1", "LeNet-1, as `accurate`", Kind.JOB, """
                    {"recipe": "accurate", "architecture": "lenet1", "epochs": 20}""", new Published(0.017, "paper"), true),
            new Row(
                    "boosted-lenet4",
                    "boosted LeNet-4, as `accurate`",
                    Kind.ENSEMBLE,
                    """
                    {"recipe": {"recipe": "accurate", "architecture": "boosted-lenet4", "epochs": 10}}""",
                    new Published(0.007, "paper"),
                    true),
            average("four-averaged", "four of `accurate`, averaged", ACCURATE),
            average("four-lowest-averaged", "four of those of 200 epochs, averaged", LOWEST),
            average("eight-averaged", "four of each, averaged", ACCURATE, LOWEST));

    private static Row average(String name, String title, Row... members) {
        return new Row(
                name,
                title,
                Kind.AVERAGE,
                """
                {"combination": "average"}""",
                null,
                true,
                Arrays.stream(members).map(Row::name).toList());
    }

    private static Row onFirst(int pictures) {
        return new Row(
                "paper-1998-" + pictures,
                "LeNet-5 of 1998 on %,d pictures".formatted(pictures),
                Kind.JOB,
                "{\"recipe\": \"paper-1998\", \"trainingImages\": %d}".formatted(pictures),
                null,
                false);
    }

    /** The row called {@code name}. */
    static Row named(String name) {
        return ALL.stream()
                .filter(row -> row.name.equals(name.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected one of %s, found %s"
                        .formatted(ALL.stream().map(Row::name).collect(Collectors.joining(", ")), name)));
    }

    /**
     * The request's body for one seed.
     *
     * @param epochs instead of the row's own
     */
    ObjectNode body(int seed, @Nullable Integer epochs) {
        ObjectNode body = (ObjectNode) JsonMapper.shared().readTree(request);
        body.put("name", name + ", seed " + seed);
        body.put("promote", "never");
        if (kind != Kind.AVERAGE) {
            ObjectNode recipe = kind == Kind.ENSEMBLE ? (ObjectNode) body.get("recipe") : body;
            recipe.put("seed", seed);
            if (epochs != null) {
                recipe.put("epochs", epochs);
                // Recipes that warm up do so for an epoch, which may be all there is.
                recipe.put("warmUpEpochs", Math.min(1, epochs / 2.0));
            }
        }
        return body;
    }

    /** The request for the average that teaches the row's models. */
    ObjectNode teacher() {
        return JsonMapper.shared()
                .createObjectNode()
                .put("combination", "average")
                .put("name", name + ", teacher")
                .put("promote", "never");
    }
}
