package lenet.dataset;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Files that are not the data set they should be: the message names the file, what was expected and what was found. */
public class DatasetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A message in {@link String#format}'s language, the same under every default locale. */
    DatasetException(String format, @Nullable Object... arguments) {
        super(String.format(Locale.ROOT, format, arguments));
    }

    DatasetException(Throwable cause, String format, @Nullable Object... arguments) {
        super(String.format(Locale.ROOT, format, arguments), cause);
    }
}
