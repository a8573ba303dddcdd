package lenet;

import java.util.Collection;
import java.util.List;

/** Settings begin like this service's and are none of them. */
class UnknownSettingException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String known;

    UnknownSettingException(List<String> unknown, Collection<String> known) {
        super(String.join(", ", unknown));
        this.known = String.join(", ", known);
    }

    String known() {
        return known;
    }
}
