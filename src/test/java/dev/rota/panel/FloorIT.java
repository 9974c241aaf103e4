package dev.rota.panel;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The floor and the button for a break in a real browser. */
@Import(BreakButtonTest.Noon.class)
class FloorIT extends InABrowser {

    /** Sooner than the page would ask by itself. */
    private static final int SOON_MS = 8000;

    @Autowired
    FakeFloor.Declared presences;

    @BeforeEach
    void nothing_has_happened() {
        presences.all.clear();
    }

    @Test
    void who_leaves_a_page_leaves_its_stream_without_an_error() {
        var page = page("admin", "/");
        var errors = new ArrayList<String>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text());
            }
        });

        for (var path : List.of("floor", "", "floor", "search")) {
            page.navigate("http://localhost:" + port + "/" + path);
            page.waitForFunction(
                    "() => !document.querySelector('#live') || document.querySelector('#live[data-state=live]')");
        }

        assertThat(errors).isEmpty();
        page.evaluate("console.error('so it would be seen')");
        assertThat(errors).hasSize(1);
    }

    @Test
    void the_figures_are_made_anew_when_something_changes_and_their_reader_stays_where_they_are() {
        var page = page("admin", "/");
        page.setViewportSize(320, 640);
        page.keyboard().press("g");
        page.keyboard().press("f");
        page.waitForURL("**/floor");
        page.evaluate("document.querySelector('#wide-agents').scrollLeft = 40");
        page.locator("#figure-waiting").focus();
        var before = page.locator("#floor time").first().getAttribute("datetime");

        desk.arrives("Maria Souza", "oi");

        page.waitForFunction(
                "before => document.querySelector('#floor time').dateTime !== before",
                before,
                new Page.WaitForFunctionOptions().setTimeout(SOON_MS));
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("figure-waiting");
        assertThat(page.evaluate("document.querySelector('#wide-agents').scrollLeft"))
                .isEqualTo(40);
    }

    @Test
    void an_agent_goes_on_a_break_and_comes_back() {
        var page = page("ana", "/");

        page.locator("#presence-break").focus();
        page.keyboard().press("Enter");
        page.locator("#presence-back:focus").waitFor();
        page.keyboard().press("Enter");
        page.locator("#presence-break:focus").waitFor();

        assertThat(presences.all).containsKey("ana");
    }
}
