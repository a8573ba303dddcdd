package lenet.paper;

import java.io.IOException;
import java.net.URI;
import java.util.List;

/**
 * Trains every row of the paper's table through the service's API and writes the page about it, which takes some three hours:
 *
 * <pre>./mvnw -Ppaper process-test-classes</pre>
 *
 * What has been trained stays in {@code target/paper}: the same command goes on where it was stopped. {@link Options} says
 * how to try it in a minute.
 */
public final class PaperPage {

    private PaperPage() {}

    /** Takes no arguments but system properties. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.setProperty("java.awt.headless", "true");
        Options options = Options.of(System::getProperty);
        URI address = options.address();
        if (address != null) {
            write(new Api(address), options);
            return;
        }
        try (OwnService own = OwnService.start()) {
            write(new Api(own.address()), options);
        }
    }

    private static void write(Api api, Options options) throws IOException, InterruptedException {
        List<RowResult> results = new Experiment(api, options).results();
        Page.load(Machine.of(api, results)).write(results, options.docs());
    }
}
