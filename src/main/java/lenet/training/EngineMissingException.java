package lenet.training;

import java.util.List;

/** A job was submitted for an engine that this process, unlike the one that took it in, does not have. */
final class EngineMissingException extends RuntimeException {

    EngineMissingException(String engine, List<String> present) {
        super(
                "the job trains with engine %s, this service has %s; submit it again with one of these, or start the service as before"
                        .formatted(engine, String.join(" and ", present)));
    }
}
