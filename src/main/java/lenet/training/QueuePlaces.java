package lenet.training;

import org.springframework.stereotype.Component;

/** How many jobs may wait, and how many may be there that have not ended, on all nodes together. */
@Component
class QueuePlaces {

    private final JobQueue queue;
    private final JobRepository jobs;
    private final TrainingProperties properties;

    QueuePlaces(JobQueue queue, JobRepository jobs, TrainingProperties properties) {
        this.queue = queue;
        this.jobs = jobs;
        this.properties = properties;
    }

    /**
     * Keeps everybody else from taking a place until the surrounding transaction has ended. Whoever is to lock a job as well
     * calls this first, lest two wait for each other.
     */
    void lock() {
        queue.lock();
    }

    /**
     * Takes a place for a job that is new, or had ended.
     *
     * @throws QueueFullException when there is none
     */
    void takeForOneMore() {
        if (jobs.countUnfinished() >= properties.maxUnfinishedJobs()) {
            throw QueueFullException.unfinished(properties.maxUnfinishedJobs());
        }
        take();
    }

    /**
     * Takes a place for a job that was paused.
     *
     * @throws QueueFullException when there is none
     */
    void take() {
        if (jobs.count(JobState.QUEUED) >= properties.queueCapacity()) {
            throw QueueFullException.waiting(properties.queueCapacity());
        }
    }
}
