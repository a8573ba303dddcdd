package lenet.training;

import java.util.function.Supplier;
import lenet.evaluation.EpochMetrics;
import lenet.network.NetworkState;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Draws a progress bar an epoch where standard output is a terminal, and hands everything on. */
final class TerminalProgress implements TrainingListener, AutoCloseable {

    private static final int REDRAW_MILLIS = 250;

    private final Recipe recipe;
    private final TrainingListener next;
    private @Nullable ProgressBar bar;

    TerminalProgress(Recipe recipe, TrainingListener next) {
        this.recipe = recipe;
        this.next = next;
    }

    /** Whether somebody looks at standard output. */
    @SuppressWarnings("SystemConsoleNull") // LenetApplication asks for the console that is null without a terminal.
    static boolean isTerminal() {
        return System.console() != null;
    }

    @Override
    public void onProgress(int epoch, int batch, double imagesPerSecond, Supplier<Checkpoint> here) {
        next.onProgress(epoch, batch, imagesPerSecond, here);
        if (bar == null) {
            bar = new ProgressBarBuilder()
                    .setTaskName("epoch %d/%d".formatted(epoch, recipe.epochs()))
                    .setInitialMax(recipe.batchesPerEpoch())
                    .setUnit(" batches", 1)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(REDRAW_MILLIS)
                    .setConsumer(new ConsoleProgressBarConsumer(System.out))
                    .build();
        }
        bar.stepTo(batch);
    }

    @Override
    public void onBatchEnd(int images, double meanLoss) {
        next.onBatchEnd(images, meanLoss);
    }

    @Override
    public void onEpochEnd(EpochMetrics metrics, boolean best, NetworkState state) {
        close();
        next.onEpochEnd(metrics, best, state);
    }

    /** Ends the bar's line, so that what follows starts on one of its own. */
    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
