package dev.rota.panel;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Lists that come over the stream, in a real browser. */
class PushedIT extends InABrowser {

    private static final String LISTS = "**/conversations?*";

    @Test
    void what_is_new_comes_without_being_asked_for() {
        desk.arrives("Maria Souza", "oi");
        var page = page("admin", "/");
        var asked = asked(page);

        desk.arrives("João Lima", "bom dia");
        assertThat(page.locator("#row-2")).containsText("bom dia");
        assertThat(page.locator("#row-1")).containsText("Maria Souza");
        assertThat(page.locator("#tab-waiting .count")).hasText("2");
        desk.claim(1, 1, ANA);
        assertThat(page.locator("#row-1")).hasCount(0);
        assertThat(page.locator("#tab-team .count")).hasText("1");

        Assertions.assertThat(asked).isEmpty();
    }

    @Test
    void a_list_that_words_narrow_is_asked_for() {
        desk.arrives("Maria Souza", "oi");
        var page = page("admin", "/?q=Maria");
        var asked = asked(page);

        desk.arrives("Maria Lima", "bom dia");

        assertThat(page.locator("#row-2")).containsText("bom dia");
        Assertions.assertThat(asked).isNotEmpty();
    }

    @Test
    void what_comes_before_the_list_that_it_follows_from_waits_for_it() {
        desk.arrives("Maria Souza", "oi");
        var page = page("admin", "/");
        var late = new ArrayList<Runnable>();
        page.route(LISTS, route -> {
            var answer = route.fetch();
            late.add(() -> route.fulfill(new Route.FulfillOptions().setResponse(answer)));
        });
        page.locator("#tab-team").click();
        page.waitForCondition(() -> late.size() == 1);
        desk.claim(1, 1, ANA);
        page.evaluate(
                "() => new Promise((come) => document.querySelector('#live').addEventListener('sse:list', come))");

        late.forEach(Runnable::run);

        assertThat(page.locator("#tab-team")).hasAttribute("aria-current", "page");
        assertThat(page.locator("#row-1")).containsText("Ana Prado");
        Assertions.assertThat(late).hasSize(1);
    }

    @Test
    void what_comes_while_another_list_is_asked_for_takes_its_answer_from_nobody() {
        desk.arrives("Maria Souza", "oi");
        desk.arrives("João Lima", "bom dia");
        desk.claim(2, 1, ANA);
        var page = page("admin", "/");
        var late = new ArrayList<Route>();
        page.route(LISTS, late::add);
        page.locator("#tab-team").click();
        page.waitForCondition(() -> late.size() == 1);
        desk.arrives("Carla Dias", "quero cancelar");
        assertThat(page.locator("#row-3")).containsText("quero cancelar");

        late.forEach(Route::resume);

        assertThat(page.locator("#row-2")).containsText("Ana Prado");
        assertThat(page.locator("#row-3")).hasCount(0);
        assertThat(page.locator("#tab-team")).hasAttribute("aria-current", "page");
    }

    @Test
    void the_tab_that_was_clicked_is_shown_whenever_what_the_page_asked_for_comes() {
        desk.arrives("Maria Souza", "oi");
        desk.arrives("João Lima", "bom dia");
        desk.claim(2, 1, ANA);
        for (var first : List.of(0, 1)) {
            var page = page("admin", "/");
            var late = new ArrayList<Route>();
            page.route(LISTS, late::add);
            page.locator("#row-1").click();
            page.waitForCondition(() -> late.size() == 1);
            page.locator("#tab-team").click();
            page.waitForCondition(() -> late.size() == 2);

            page.waitForResponse(LISTS, () -> late.get(first).resume());
            page.waitForResponse(LISTS, () -> late.get(1 - first).resume());

            assertThat(page.locator("#row-2")).containsText("Ana Prado");
            assertThat(page.locator("#tab-team")).hasAttribute("aria-current", "page");
            assertThat(page.locator("#row-1")).hasCount(0);
        }
    }

    @Test
    void who_lacks_a_list_asks_for_all_of_it() {
        desk.arrives("Maria Souza", "oi");
        var page = page("admin", "/");

        page.waitForRequest(
                LISTS,
                () -> page.evaluate("document.querySelector('#live').dispatchEvent(new CustomEvent('sse:list',"
                        + " {detail: {data: '{\"base\":99,\"version\":100,\"found\":\"\"}'}}))"));

        assertThat(page.locator("#row-1")).containsText("Maria Souza");
    }

    private static List<String> asked(Page page) {
        var asked = new ArrayList<String>();
        page.onRequest(request -> {
            if (request.url().contains("/conversations?")) {
                asked.add(request.url());
            }
        });
        return asked;
    }
}
