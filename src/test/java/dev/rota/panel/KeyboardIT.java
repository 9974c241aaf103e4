package dev.rota.panel;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.rota.access.KeptSettings;
import dev.rota.access.Settings;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The desk without a mouse, in a real browser. */
class KeyboardIT extends InABrowser {

    @Autowired
    PanelAlone.Seen seen;

    @Autowired
    KeptSettings settings;

    @BeforeEach
    void nothing_has_happened() {
        seen.signs.clear();
    }

    @Test
    void take_answer_move_find_and_why_need_no_mouse() {
        desk.arrives("João Lima", "oi");
        desk.arrives("Maria Souza", "minha internet caiu");
        var page = page("ana", "/");
        var keys = page.keyboard();

        keys.press("?");
        assertThat(page.locator("#keys")).isVisible();
        screenshot(page, "keys");
        keys.press("Escape");
        assertThat(page.locator("#keys")).isHidden();
        keys.press("j");
        keys.press("j");
        assertThat(page.locator("#row-2")).isFocused();
        keys.press("o");
        assertThat(page.locator("#conversation h1")).hasText("Maria Souza");
        assertThat(page.locator("#row-2")).isFocused();
        Assertions.assertThat(seen.signs).isEmpty();
        keys.press("Enter");
        assertThat(page.locator("#conversation")).isFocused();
        Assertions.assertThat(seen.signs).contains("ana reads 2");
        keys.press("t");
        assertThat(page.locator("#head .owner")).hasText("Ana Prado");

        keys.press("r");
        keys.type("Já vamos tratar; talvez amanhã");
        assertThat(page.locator("#head .owner")).hasText("Ana Prado");
        keys.press("Control+Enter");
        assertThat(page.locator("#thread")).containsText("talvez amanhã");
        keys.press("Escape");
        keys.press("y");
        assertThat(page.locator("#why-details summary")).isFocused();
        assertThat(page.locator("#why")).containsText("queue.camel.yaml");
        screenshot(page, "answered");

        keys.press("/");
        keys.type("João");
        assertThat(page.locator(".row")).hasCount(1);
        assertThat(page).hasURL(Pattern.compile("q=Jo%C3%A3o"));
        keys.press("Control+A");
        keys.press("Delete");
        keys.press("Escape");

        page.locator("#conversation").focus();
        keys.press("m");
        assertThat(page.locator("#queue")).isFocused();
        keys.press("Tab");
        keys.press("Enter");
        assertThat(page.locator("#head")).containsText("Waiting");
    }

    @Test
    void last_weeks_talk_is_found_and_says_why_it_was_ones_own_without_a_mouse() {
        var id = desk.arrives("Maria Souza", "o boleto venceu");
        desk.claim(id, 1, ANA);
        desk.close(id, 2, ANA);
        desk.arrives("João Lima", "oi");
        var page = page("ana", "/");
        var keys = page.keyboard();

        keys.press("/");
        keys.type("Maria");
        assertThat(page.locator(".elsewhere")).containsText(Pattern.compile("Found elsewhere:\\s+Closed 1"));
        screenshot(page, "elsewhere");
        reach(page, ".elsewhere a");
        keys.press("Enter");
        assertThat(page.locator("#tab-closed")).hasAttribute("aria-current", "page");
        assertThat(page.locator("#row-1")).isVisible();

        keys.press("/");
        keys.press("Control+A");
        keys.type("boleto");
        assertThat(page.locator(".deeper")).containsText("boleto");
        reach(page, ".deeper");
        keys.press("Enter");
        page.waitForURL("**/search?q=boleto");
        reach(page, ".hit");
        keys.press("Enter");
        assertThat(page.locator("#message-10")).containsText("o boleto venceu");
        assertThat(page.locator("#live")).hasAttribute("data-state", "live");
        keys.press("y");
        assertThat(page.locator("#why-details summary")).isFocused();
        assertThat(page.locator("#why")).containsText("queue.camel.yaml");
    }

    /** As somebody does who has no mouse and does not know the page. */
    private static void reach(Page page, String place) {
        for (var presses = 0; presses < 20; presses++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(page.evaluate("place => document.activeElement.matches(place)", place))) {
                return;
            }
        }
        Assertions.fail("twenty times Tab do not lead to " + place);
    }

    @Test
    void who_turns_single_keys_off_is_not_surprised_by_them() {
        desk.arrives("Maria Souza", "minha internet caiu");
        var page = page("ana", "/conversations/1");
        page.keyboard().press("?");
        page.locator("#keys a").press("Enter");
        page.locator("#single-keys").press("Space");
        screenshot(page, "settings");
        page.locator("#single-keys").press("Enter");
        assertThat(page.locator("[role=status]")).hasText("Your settings are kept.");

        var elsewhere = page("ana", "/conversations/1");
        elsewhere.keyboard().press("t");
        elsewhere.keyboard().press("?");
        assertThat(elsewhere.locator("#keys")).isHidden();
        Assertions.assertThat(desk.find(1, ANA).orElseThrow().summary().owner()).isNull();

        page("bia", "/").keyboard().press("?");
        elsewhere.locator("#keys-open").click();
        assertThat(elsewhere.locator("#keys")).isVisible();
    }

    @Test
    void enter_sends_for_who_has_chosen_so_and_begins_a_line_for_all_others() {
        var id = desk.arrives("Maria Souza", "minha internet caiu");
        desk.claim(id, 1, ANA);
        var before = page("ana", "/conversations/1");
        write(before, "Bom dia", "Já vamos ver");
        assertThat(before.locator("#text")).hasValue("Bom dia\nJá vamos ver\n");
        before.locator("#keys-open").click();
        assertThat(before.locator("#keys")).containsText("Ctrl+Enter");

        settings.keep("ana", new Settings(null, true, true));
        before.reload();
        before.locator("#text").fill("");
        write(before, "Bom dia", "");
        assertThat(before.locator("#thread")).containsText("Bom dia");
        before.locator("#text").press("Shift+Enter");
        assertThat(before.locator("#text")).hasValue("\n");
        before.locator("#keys-open").click();
        assertThat(before.locator("#keys")).not().containsText("Ctrl+Enter");
    }

    @Test
    void a_page_that_is_open_keeps_its_language_until_it_is_loaded_again() {
        desk.arrives("Maria Souza", "minha internet caiu");
        var page = page("ana", "/");
        settings.keep("ana", new Settings("es", true, false));

        page.locator("#q").fill("João");
        assertThat(page.locator(".row")).hasCount(0);
        assertThat(page.locator("#tab-waiting")).containsText("Waiting");

        page.reload();
        assertThat(page.locator("#tab-waiting")).containsText("En espera");
        page.locator("#q").fill("Maria");
        assertThat(page.locator(".row")).hasCount(1);
        assertThat(page.locator("#tab-waiting")).containsText("En espera");
    }

    private static void write(Page page, String... lines) {
        for (var line : lines) {
            page.locator("#text").pressSequentially(line);
            page.locator("#text").press("Enter");
        }
    }

    @AfterEach
    void ana_chooses_the_usual_again() {
        settings.keep("ana", Settings.USUAL);
    }
}
