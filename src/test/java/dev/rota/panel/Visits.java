package dev.rota.panel;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.rota.whole.Browser;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** People's visits to the panel in one real browser, each in a session of its own; no script of theirs may fail. */
final class Visits implements AutoCloseable {

    private final Browser browser = Browser.start();
    private final List<String> failures = new CopyOnWriteArrayList<>();

    private Visits() {}

    static Visits start() {
        return new Visits();
    }

    /** What scripts have failed with so far. */
    List<String> failures() {
        return failures;
    }

    /** An empty page in a session of its own. */
    Page page() {
        var page = browser.page();
        page.onPageError(failures::add);
        return page;
    }

    /** The page at that path as a person of the demonstration sees it, once it is live. */
    Page to(int port, String person, String path) {
        var page = page();
        login(page, port, person, path);
        return page;
    }

    static void login(Page page, int port, String person, String path) {
        page.navigate("http://localhost:" + port + "/login");
        page.locator("form[action='/demo/as/" + person + "'] button").click();
        page.navigate("http://localhost:" + port + path);
        assertThat(page.locator("#live")).hasAttribute("data-state", "live");
    }

    @Override
    public void close() {
        browser.close();
    }
}
