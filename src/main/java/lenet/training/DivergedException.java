package lenet.training;

import java.util.Locale;

/** The loss became NaN or infinite: no later step can repair the weights. */
final class DivergedException extends RuntimeException {

    DivergedException(int epoch, int batch, double loss, double learningRate) {
        super(String.format(
                Locale.ROOT,
                "training diverged: the loss became %s in epoch %d, batch %d at learning rate %s; try a smaller one",
                loss,
                epoch,
                batch,
                learningRate));
    }
}
