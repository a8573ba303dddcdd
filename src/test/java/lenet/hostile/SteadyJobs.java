package lenet.hostile;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import lenet.container.TrainingJobs;

/** Trains the same job, one after the other, for as long as it is open. */
final class SteadyJobs implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Before the jobs of the attacks. */
    private static final int PRIORITY = 100;

    private static final int EPOCHS = 10;
    private static final int SEED = 19;

    private final Thread thread = new Thread(this::train, "steady jobs");
    private final TrainingJobs jobs;
    private final List<String> submitted = new ArrayList<>();
    private volatile boolean closed;

    SteadyJobs(TrainingJobs jobs) {
        this.jobs = jobs;
        thread.start();
    }

    /** One such job, from its submission to its end; its id. */
    static String undisturbed(TrainingJobs jobs) throws IOException, InterruptedException {
        String job = jobs.submit(EPOCHS, "never", SEED, PRIORITY);
        jobs.awaitState(job, "COMPLETED", PATIENCE);
        return job;
    }

    private void train() {
        try {
            while (!closed) {
                try {
                    String job = jobs.submit(EPOCHS, "never", SEED, PRIORITY);
                    submitted.add(job);
                    jobs.awaitState(job, "COMPLETED", PATIENCE);
                } catch (IOException e) {
                    // The queue is full, or no body is read at the moment.
                    TimeUnit.MILLISECONDS.sleep(200);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for the last one's end. */
    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.join();
    }

    List<String> submitted() {
        return submitted;
    }
}
