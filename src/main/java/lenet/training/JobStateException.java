package lenet.training;

import java.util.Collection;
import java.util.TreeSet;

/** The job's state does not allow what was asked. */
public final class JobStateException extends RuntimeException {

    JobStateException(TrainingJob job, String wish, Collection<JobState> allowed) {
        super("training job %s is %s; only a job that is %s can be %s"
                .formatted(
                        job.id(),
                        job.state(),
                        String.join(
                                " or ",
                                new TreeSet<>(allowed).stream().map(Enum::name).toList()),
                        wish));
    }
}
