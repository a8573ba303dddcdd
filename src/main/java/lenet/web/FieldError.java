package lenet.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field or parameter that was refused.
 *
 * @param field its path, such as {@code earlyStopping.patience}
 * @param rejected the value found, shortened; absent where there was none
 * @param accepted the values accepted, where they can be listed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FieldError(
        @Schema(description = "Path of the field or name of the parameter", example = "earlyStopping.patience")
        String field,

        @Schema(description = "What it must be", example = "must be greater than or equal to 1")
        String message,

        @Schema(description = "The value found, shortened", example = "0") @Nullable
        Object rejected,

        @Schema(description = "The values accepted, where they can be listed") @Nullable
        List<String> accepted) {

    /** Keeps the answer small and writable, whatever was sent. */
    FieldError {
        field = new Quotation(field).text();
        rejected = rejected == null || rejected instanceof Number || rejected instanceof Boolean
                ? rejected
                : new Quotation(String.valueOf(rejected)).text();
    }

    FieldError(String field, String message, @Nullable Object rejected) {
        this(field, message, rejected, null);
    }
}
