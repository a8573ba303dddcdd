package lenet.training;

import java.util.UUID;

/** A job has been PAUSED or has ended; published within the transaction that says so. */
public record JobSettled(UUID job, JobState state) {}
