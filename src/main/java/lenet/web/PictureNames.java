package lenet.web;

import java.util.LinkedHashMap;
import java.util.Map;
import lenet.classification.RejectedPictureException;
import org.jspecify.annotations.Nullable;

/** What a request calls its pictures, for answers and for problems. */
@FunctionalInterface
interface PictureNames {

    /** Pictures that go by their position alone. */
    PictureNames NONE = index -> null;

    /** The file name of picture {@code index}, if it has one. */
    @Nullable
    String name(int index);

    /** The problem of a picture that was refused, saying which one it was. */
    default ProblemException problem(RejectedPictureException rejected) {
        String name = name(rejected.index());
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("index", rejected.index());
        if (name != null) {
            extensions.put("fileName", name);
        }
        String which = name == null ? "" : " (" + name + ")";
        return new ProblemException(
                RefusedPicture.type(rejected.reason()),
                "picture %d%s: %s".formatted(rejected.index(), which, rejected.detail()),
                extensions);
    }
}
