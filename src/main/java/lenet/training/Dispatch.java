package lenet.training;

import java.util.UUID;

/**
 * One entry of a job into the queue. A new entry is a new dispatch, so that a late executor of an old one finds out that
 * it comes too late.
 *
 * @param number 1 for a job's first
 */
record Dispatch(UUID job, int number) {

    static Dispatch parse(String text) {
        int slash = text.indexOf('/');
        return new Dispatch(UUID.fromString(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    }

    @Override
    public String toString() {
        return job + "/" + number;
    }
}
