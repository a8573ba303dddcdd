package lenet.testing;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIf;
import org.testcontainers.DockerClientFactory;

/** What a test needs beyond a JDK. Where it is missing, the test is left out, and {@link LeftOutTests} says so in the end. */
public final class Needs {

    private Needs() {}

    @Target({ElementType.TYPE, ElementType.METHOD})
    @Retention(RetentionPolicy.RUNTIME)
    @Inherited
    @EnabledIf(
            value = "lenet.testing.Needs#isDockerHere",
            disabledReason = "they need a running Docker: install it and start it")
    public @interface Docker {}

    @Target({ElementType.TYPE, ElementType.METHOD})
    @Retention(RetentionPolicy.RUNTIME)
    @Inherited
    @EnabledIf(
            value = "lenet.testing.PostgresServer#canRunHere",
            disabledReason =
                    "PostgreSQL refuses to run as root, and there is no setpriv to give it another user: install"
                            + " util-linux, or build as another user")
    public @interface Postgres {}

    @Target({ElementType.TYPE, ElementType.METHOD})
    @Retention(RetentionPolicy.RUNTIME)
    @Inherited
    @EnabledIf(
            value = "lenet.browser.Chromium#isHere",
            disabledReason = "they need a browser: install Chromium or Google Chrome, or let Playwright fetch one with"
                    + " ./mvnw test-compile exec:java -Dexec.classpathScope=test"
                    + " -Dexec.mainClass=com.microsoft.playwright.CLI -Dexec.args='install --with-deps chromium'")
    public @interface Browser {}

    @Target({ElementType.TYPE, ElementType.METHOD})
    @Retention(RetentionPolicy.RUNTIME)
    @Inherited
    @EnabledIf(
            value = "lenet.testing.Needs#isPyTorchHere",
            disabledReason = "they need PyTorch for the system's Python: install python3-torch")
    public @interface PyTorch {}

    @Target({ElementType.TYPE, ElementType.METHOD})
    @Retention(RetentionPolicy.RUNTIME)
    @Inherited
    @EnabledIf(value = "lenet.testing.Needs#isNodeHere", disabledReason = "they need Node.js: install nodejs and npm")
    public @interface Node {}

    static boolean isDockerHere() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    static boolean isPyTorchHere() {
        return succeeds("/usr/bin/python3", "-c", "import torch");
    }

    static boolean isNodeHere() {
        return succeeds("node", "--version") && succeeds("npm", "--version");
    }

    static boolean succeeds(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
