package lenet.web;

import java.util.Collection;
import java.util.List;

/** Fields that only a look at the whole request can refuse. */
final class InvalidFieldsException extends RuntimeException {

    private final transient List<FieldError> errors;

    InvalidFieldsException(Collection<FieldError> errors) {
        super("%d fields are refused".formatted(errors.size()));
        this.errors = List.copyOf(errors);
    }

    List<FieldError> errors() {
        return errors;
    }
}
