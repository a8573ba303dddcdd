package lenet.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What nobody should see: errors on a page's console, and requests to a foreign host. */
final class Complaints {

    private final String address;
    private final Page page;
    private final List<String> heard = new ArrayList<>();

    /** Listens to a page of the service at {@code address}. */
    Complaints(Page page, String address) {
        this.page = page;
        this.address = address;
        page.onConsoleMessage(this::note);
        page.onRequest(this::note);
        page.onPageError(heard::add);
    }

    /** All since it was asked last. */
    List<String> heard() {
        List<String> all = List.copyOf(heard);
        heard.clear();
        return all;
    }

    /** Waits for this one and no other, and forgets it. */
    void expect(String complaint) {
        expect(complaint, 1);
    }

    /** Waits for this one, so many times, and no other, and forgets them. */
    void expect(String complaint, int times) {
        await().atMost(Duration.ofSeconds(5)).pollInSameThread().untilAsserted(() -> {
            // Playwright hands messages over only while it is asked for something.
            page.title();
            assertThat(heard).hasSize(times).containsOnly(complaint);
        });
        heard.clear();
    }

    private void note(ConsoleMessage message) {
        if (message.type().equals("error")) {
            heard.add(message.text());
        }
    }

    private void note(Request request) {
        String url = request.url();
        if (!url.startsWith(address) && !url.startsWith("data:") && !url.startsWith("blob:")) {
            heard.add(url);
        }
    }
}
