package lenet.training;

/** Runs queued jobs, one after another or on other machines; the database says which. */
interface JobExecutor {

    /** Says that a job has entered the queue. */
    void jobQueued();
}
