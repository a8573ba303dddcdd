package lenet;

import lenet.dataset.DatasetException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in two sentences why a data set was refused at start-up, where Spring would print a stack trace. */
class DatasetFailureAnalyzer extends AbstractFailureAnalyzer<DatasetException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DatasetException cause) {
        return new FailureAnalysis(
                "The data set was refused: " + cause.getMessage(),
                "Point lenet.dataset.location at a folder of four IDX files in MNIST's layout, or leave it out for the"
                        + " bundled MNIST.",
                cause);
    }
}
