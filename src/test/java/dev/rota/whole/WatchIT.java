package dev.rota.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What looks at the desk from inside sees a page that is not well. */
class WatchIT {

    private static final String ROWS =
            "<main class=rows><a class=row id=row-1 href='#'>Maria</a><br><a class=row id=row-2"
                    + " href='#'>Ana</a></main>";

    private final Browser browser = Browser.start();
    private final Page page = browser.page();
    private final Watch watch = Watch.over(page, "ana", new Replied(), () -> false);

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void a_page_that_is_well_has_no_fault() {
        show(ROWS);
        page.locator("#row-2").focus();
        page.locator("#row-1").hover();
        page.waitForTimeout(200);

        assertThat(watch.faults()).isEmpty();
    }

    @Test
    void a_row_that_moves_under_the_focus_or_the_pointer() {
        show(ROWS);
        page.locator("#row-2").focus();
        page.waitForTimeout(200);
        page.evaluate("document.querySelector('#row-1').before(document.createElement('hr'))");
        page.waitForCondition(() -> watch.faults().size() == 1);
        assertThat(watch.faults().get(0)).startsWith("ana: moved: row-2 under the focus went from");

        page.evaluate("document.activeElement.blur()");
        page.locator("#row-1").hover();
        page.waitForTimeout(200);
        page.evaluate("document.querySelector('#row-1').remove()");
        page.waitForCondition(() -> watch.faults().size() == 2);
        assertThat(watch.faults().get(1)).endsWith("to null");
    }

    @Test
    void a_script_that_fails_and_one_that_the_policy_stops() {
        show("<meta http-equiv=Content-Security-Policy content=\"script-src 'unsafe-eval'\"><img src=x:"
                + " onerror=alert(1)>");
        page.waitForCondition(() -> watch.faults().stream().anyMatch(one -> one.startsWith("ana: policy: script-src")));

        page.evaluate("setTimeout(() => { throw new Error('lost'); })");
        page.waitForCondition(() -> watch.faults().stream().anyMatch(one -> one.contains("lost")));
        page.evaluate("console.error('htmx:targetError')");
        page.waitForCondition(
                () -> watch.faults().stream().anyMatch(one -> one.startsWith("ana: console: htmx:targetError, at ")));
    }

    @Test
    void a_refusal_is_none_and_a_lost_connection_only_where_the_wire_was_whole() {
        var refused = "Failed to load resource: the server responded with a status of 409 (Conflict)";
        var lost = "Failed to load resource: net::ERR_CONNECTION_RESET";

        assertThat(Watch.isFault("error", refused, false)).isFalse();
        assertThat(Watch.isFault("error", refused.replace("409", "500"), true)).isTrue();
        assertThat(Watch.isFault("error", lost, true)).isFalse();
        assertThat(Watch.isFault("error", lost, false)).isTrue();
    }

    private void show(String body) {
        var html = "<!doctype html><html lang=en><title>x</title>" + body;
        page.navigate(
                "data:text/html;base64," + Base64.getEncoder().encodeToString(html.getBytes(StandardCharsets.UTF_8)));
    }
}
