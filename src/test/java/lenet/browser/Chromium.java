package lenet.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** This machine's own browser, else the one that Playwright was told to fetch, without a window. */
final class Chromium {

    private Chromium() {}

    static boolean isHere() {
        return Found.ANY;
    }

    static Playwright playwright() {
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    static Browser launch(Playwright playwright) {
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions()
                .setArgs(List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync"));
        Stream.of("/usr/bin/chromium", "/usr/bin/google-chrome", "/usr/bin/chromium-browser")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .ifPresent(options::setExecutablePath);
        return playwright.chromium().launch(options);
    }

    /** Asked once a JVM: a browser may be there and lack a library. */
    private static final class Found {

        static final boolean ANY = launches();

        private static boolean launches() {
            try (Playwright playwright = playwright();
                    Browser browser = launch(playwright)) {
                return browser.isConnected();
            } catch (PlaywrightException e) {
                return false;
            }
        }
    }
}
