package lenet;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Names the settings that the service does not know, and those that it does. */
class UnknownSettingFailureAnalyzer extends AbstractFailureAnalyzer<UnknownSettingException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnknownSettingException cause) {
        return new FailureAnalysis(
                "The service has no setting of this name: " + cause.getMessage() + ".",
                "Correct the name or leave the setting out. The settings are " + cause.known() + ".",
                cause);
    }
}
