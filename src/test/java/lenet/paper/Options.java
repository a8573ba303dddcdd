package lenet.paper;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a run is to do: all of it into {@code docs}, unless system properties say otherwise.
 *
 * @param rows the rows to train ({@code paper.rows}, names with commas between them)
 * @param seeds seeds a row, 1 to this ({@code paper.seeds}, 5)
 * @param epochs of every row instead of its own ({@code paper.epochs})
 * @param address of a running service instead of one of its own ({@code paper.address})
 * @param docs folder of the page, with its pictures in {@code images} ({@code paper.docs}); with any of the first three
 *     options {@code target/paper/docs} unless given, so that a try-out does not overwrite the page
 */
record Options(
        List<Row> rows,
        int seeds,
        @Nullable Integer epochs,
        @Nullable URI address,
        Path docs) {

    private static final int SEEDS = 5;

    /** Reads system properties; an empty one is as good as none. */
    static Options of(UnaryOperator<@Nullable String> property) {
        String rows = given(property, "paper.rows");
        String seeds = given(property, "paper.seeds");
        String epochs = given(property, "paper.epochs");
        String address = given(property, "paper.address");
        String docs = given(property, "paper.docs");
        boolean whole = rows.isEmpty() && seeds.isEmpty() && epochs.isEmpty();
        return new Options(
                rows.isEmpty()
                        ? Row.ALL
                        : Arrays.stream(rows.split(",")).map(Row::named).toList(),
                seeds.isEmpty() ? SEEDS : Integer.parseInt(seeds),
                epochs.isEmpty() ? null : Integer.valueOf(epochs),
                address.isEmpty() ? null : URI.create(address),
                Path.of(docs.isEmpty() ? (whole ? "docs" : OwnService.FOLDER + "/docs") : docs));
    }

    private static String given(UnaryOperator<@Nullable String> property, String name) {
        return Objects.requireNonNullElse(property.apply(name), "").strip();
    }
}
