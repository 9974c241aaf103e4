package dev.rota.panel;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** The panel in a real browser, in which no script may fail. */
abstract class InABrowser extends AtThePanel {

    private static Visits visits;

    @BeforeAll
    static void open() {
        visits = Visits.start();
    }

    @AfterAll
    static void close() {
        visits.close();
    }

    @AfterEach
    void no_script_failed() {
        Assertions.assertThat(visits.failures()).isEmpty();
    }

    /** An empty page in a session of its own. */
    static Page page() {
        return visits.page();
    }

    /** The page at that path as a person of the demonstration sees it, once it is live. */
    Page page(String person, String path) {
        return visits.to(port, person, path);
    }

    static void screenshot(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "desk-" + name + ".png")));
    }
}
