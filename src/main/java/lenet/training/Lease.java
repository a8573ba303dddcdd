package lenet.training;

import java.util.UUID;

/**
 * The right to write into a running job. It is lost when the job is started anew: whoever holds an older attempt finds no
 * row to write to.
 *
 * @param attempt the fencing token, 1 for the first start
 */
record Lease(UUID job, int attempt) {}
