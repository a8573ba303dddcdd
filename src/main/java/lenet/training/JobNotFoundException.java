package lenet.training;

import java.util.UUID;

/** There is no training job of that id. */
public final class JobNotFoundException extends RuntimeException {

    JobNotFoundException(UUID id) {
        super("there is no training job " + id);
    }
}
