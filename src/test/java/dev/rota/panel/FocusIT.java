package dev.rota.panel;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.rota.conversation.Whole;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is somewhere on the desk stays there while all around is replaced, in a real browser. */
class FocusIT extends InABrowser {

    /** What may be reached on the desk by Tab and may be replaced while somebody is there. */
    private static final String PLACES =
            """
            Array.from(document.querySelectorAll(['#list', '#head', '#thread', '#send', '#why']
                    .map((part) => part + ' :is(a, button, input, select, textarea, summary)').join()))
                .filter((one) => one.checkVisibility() && !one.disabled)
            """;

    @Autowired
    FakeFiles files;

    private long said = 100;

    /** Where also what has not changed is replaced each time. */
    @Test
    void nobody_is_taken_away_by_what_comes_meanwhile() {
        var id = desk.arrives("Maria Souza", "minha internet caiu");
        desk.claim(id, 1, ANA);
        files.become(id, "kept", null, Instant.MAX);
        desk.arrives("Maria Lima", "oi");
        var page = page();
        page.route(
                "**/panel/same.js",
                route -> route.fulfill(new Route.FulfillOptions().setContentType("text/javascript")));
        Visits.login(page, port, "admin", "/conversations/1?tab=team&q=Maria");
        page.locator("#give summary").click();
        var found = (List<?>) page.evaluate(PLACES + ".map((one) => one.id || one.outerHTML)");
        var places = found.stream().map(String::valueOf).toList();
        Assertions.assertThat(places)
                .contains("row-1", "tab-team", "elsewhere-waiting", "command-close", "queue", "save-10", "why-open")
                .allSatisfy(place -> Assertions.assertThat(place).matches("[a-z0-9-]+"));

        page.locator("#reason").fill("she knows her");
        for (var n = 0; n < places.size(); n++) {
            var place = page.locator("#" + places.get(n));
            place.focus();
            var words = "e agora, vez " + n;
            page.waitForResponse("**/conversations?*", () -> goesOn(words));
            assertThat(page.locator("#thread")).containsText(words);
            assertThat(page.locator("#list")).not().hasClass("htmx-request");
            assertThat(place).isFocused();
        }
        assertThat(page.locator("#reason")).hasValue("she knows her");
    }

    @Test
    void a_choice_that_is_open_is_closed_only_by_what_changes_it() {
        desk.claim(desk.arrives("Maria Souza", "minha internet caiu"), 1, ANA);
        var page = page("admin", "/conversations/1");
        var head = "document.querySelector('#head')";
        for (var words : List.of("e agora", "e hoje")) {
            goesOn(words);
            assertThat(page.locator("#thread")).containsText(words);
            page.evaluate(head + ".same = true");
        }
        goesOn("e amanhã");
        assertThat(page.locator("#thread")).containsText("e amanhã");
        Assertions.assertThat(page.evaluate(head + ".same")).isEqualTo(true);

        desk.release(1, 2, ANA);
        assertThat(page.locator("#head .status")).hasText("Waiting");
    }

    @Test
    void a_page_that_is_made_anew_folds_nothing() {
        var page = page("admin", "/");
        page.navigate("http://localhost:" + port + "/rules");
        page.locator("#files").focus();
        page.keyboard().press("Enter");
        page.evaluate("document.querySelector('#rules').old = true");

        page.waitForFunction("() => !document.querySelector('#rules').old");
        assertThat(page.locator("#rules details li").first()).isVisible();
        assertThat(page.locator("#files")).isFocused();
    }

    @Test
    void who_presses_what_is_not_there_any_more_goes_on_close_by() {
        desk.arrives("Maria Souza", "minha internet caiu");
        var page = page("ana", "/conversations/1?q=Maria");
        press(page, "#command-claim");
        assertThat(page.locator("#command-release")).isVisible();
        assertThat(page.locator("#conversation")).isFocused();

        page.locator("#command-release").focus();
        page.locator("#command-release").blur();
        goesOn("e agora");
        page.evaluate("panel.later('all')");
        assertThat(page.locator("#thread")).containsText("e agora");
        Assertions.assertThat(page.evaluate("document.activeElement.tagName")).isEqualTo("BODY");

        press(page, "#elsewhere-team");
        assertThat(page.locator("#row-1")).isVisible();
        assertThat(page.locator("#tab-team")).isFocused();
    }

    @Test
    void who_presses_in_vain_is_still_there() {
        desk.arrives("Maria Souza", "minha internet caiu");
        var page = page("ana", "/conversations/1");
        var held = new ArrayList<Route>();
        page.route("**/claim", held::add);
        press(page, "#command-claim");
        page.waitForCondition(() -> held.size() == 1);
        assertThat(page.locator("#command-claim")).isDisabled();
        held.get(0).abort();
        assertThat(page.locator("#command-claim")).isEnabled();
        assertThat(page.locator("#command-claim")).isFocused();
    }

    private void goesOn(String words) {
        desk.says(1, new Whole.Message(said++, null, "in", "text", words, Instant.now(), null, null, null));
    }

    private static void press(Page page, String place) {
        page.locator(place).focus();
        page.keyboard().press("Enter");
    }
}
