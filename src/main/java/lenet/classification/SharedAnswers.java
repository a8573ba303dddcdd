package lenet.classification;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Timer;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Answers to one kind of question that take seconds: each is computed once for all who ask meanwhile, and the latest are
 * kept for those who ask later. A failure is not kept.
 */
final class SharedAnswers<Q, A> {

    private final EvaluationQueue queue;
    private final Timer duration;
    private final AsyncCache<Q, A> answers;

    SharedAnswers(EvaluationQueue queue, Timer duration, int kept) {
        this.queue = queue;
        this.duration = duration;
        this.answers =
                Caffeine.newBuilder().maximumSize(kept).executor(Runnable::run).buildAsync();
    }

    /**
     * The answer, which {@code work} gives unless it is known or being computed.
     *
     * @param work calls what it is given every few milliseconds
     * @throws EvaluationNotReadyException if too many wait, or it takes too long, in which case it goes on
     * @throws CallerLeftException if the caller has left
     */
    A to(Q question, Function<Runnable, A> work) {
        return known(question).orElseGet(() -> queue.await(() -> joined(question, work)));
    }

    /** The answer, if it is kept. */
    Optional<A> known(Q question) {
        CompletableFuture<A> present = answers.getIfPresent(question);
        return Optional.ofNullable(present)
                .map(answer -> answer.isCompletedExceptionally() ? null : answer.getNow(null));
    }

    private Computation<A> joined(Q question, Function<Runnable, A> work) {
        Computation<A> computation;
        do {
            computation = (Computation<A>) Objects.requireNonNull(answers.get(
                    question, (key, executor) -> queue.begin(pause -> duration.record(() -> work.apply(pause)))));
        } while (!computation.retain());
        return computation;
    }
}
