package lenet.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose network was evaluated: a job's or a registered model's. */
record EvaluationSubject(@Nullable UUID job, @Nullable Long modelVersion) {

    static EvaluationSubject job(UUID job) {
        return new EvaluationSubject(job, null);
    }

    static EvaluationSubject model(long version) {
        return new EvaluationSubject(null, version);
    }
}
