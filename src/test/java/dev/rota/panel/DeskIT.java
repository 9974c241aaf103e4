package dev.rota.panel;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.rota.desk.Role;
import dev.rota.desk.Viewer;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The desk in a real browser, over conversations in memory. */
class DeskIT extends InABrowser {

    @Autowired
    FakeFiles files;

    @Autowired
    PanelAlone.Seen seen;

    @Autowired
    Live live;

    @BeforeEach
    void nothing_has_happened() {
        seen.signs.clear();
    }

    @Test
    void who_is_not_told_the_news_can_send_and_take_nothing_and_says_since_when() {
        var id = desk.arrives("Maria Souza", "minha internet caiu");
        var page = page("ana", "/conversations/" + id);
        assertThat(page.locator("#command-claim")).isEnabled();

        live.stop();
        assertThat(page.locator("#live")).not().hasAttribute("data-state", "live");
        assertThat(page.locator("#command-claim")).isDisabled();
        assertThat(page.locator(".unlive")).containsText("nothing can be sent or taken");
        page.locator("#command-claim").evaluate("button => button.click()");
        Assertions.assertThat(desk.find(id, ANA).orElseThrow().summary().owner())
                .isNull();

        live.start();
        assertThat(page.locator("#live")).hasAttribute("data-state", "live");
        page.locator("#command-claim").click();
        assertThat(page.locator("#head")).containsText("Ana Prado");
    }

    @Test
    void a_stream_that_died_without_a_word_is_not_live() {
        var page = page();
        page.clock().install();
        Visits.login(page, port, "ana", "/");

        page.clock().pauseAt(System.currentTimeMillis() + 60_000);
        assertThat(page.locator("#live")).hasAttribute("data-state", "offline");
        assertThat(page.locator("#live")).containsText(Pattern.compile("Offline since \\d\\d:\\d\\d"));

        page.clock().resume();
        assertThat(page.locator("#live")).hasAttribute("data-state", "live");
    }

    @Test
    void a_row_whose_conversation_is_no_longer_ones_to_see_opens_as_a_sentence() {
        desk.arrives("Maria Souza", "minha internet caiu");
        var page = page("ana", "/");
        page.locator("#row-1").hover(); // or it would go by itself
        desk.clear();

        page.locator("#row-1").click();

        assertThat(page.locator("#conversation.none")).containsText("no longer in a queue that you see");
        assertThat(page.locator("#list")).hasCount(1);
    }

    @Test
    void a_row_under_the_focus_does_not_move_and_what_is_new_waits_behind_a_button() {
        desk.arrives("Maria Souza", "minha internet caiu");
        var second = desk.arrives("João Lima", "oi");
        var page = page("admin", "/");
        page.locator("#row-2").focus();
        var before = page.locator("#row-2").boundingBox();

        page.evaluate("sessionStorage.setItem('draft-1', 'Bom dia')");
        desk.claim(1, 1, ANA);
        desk.arrives("Carla Dias", "quero cancelar");

        assertThat(page.locator("#held")).hasText("1 new");
        assertThat(page.locator("#row-1 .draft")).not().hasAttribute("hidden", "");
        assertThat(page.locator("#tab-team .count")).hasText("1");
        assertThat(page.locator("#row-1")).hasClass(Pattern.compile("gone"));
        Assertions.assertThat(page.locator("#row-2").boundingBox().y).isEqualTo(before.y);
        assertThat(page.locator("#row-2")).isFocused();
        screenshot(page, "held");

        page.locator("#held").click();
        assertThat(page.locator(".row")).hasCount(2);
        assertThat(page.locator("#row-3")).isVisible();
        assertThat(page.locator("#held")).isHidden();
        Assertions.assertThat(second).isEqualTo(2);
    }

    @Test
    void only_what_is_given_to_one_interrupts_and_what_comes_for_all_does_not() {
        desk.arrives("Maria Souza", "minha internet caiu");
        var page = page("admin", "/");

        desk.arrives("João Lima", "oi");
        assertThat(page.locator("#tab-waiting .count")).hasText("2");
        assertThat(page.locator("#alarm[role=alert]")).isEmpty();
        assertThat(page.locator("#announcement")).hasAttribute("aria-live", "polite");
        Assertions.assertThat(page.locator("[role=alert]:visible, [aria-live=assertive]")
                        .allTextContents())
                .allMatch(String::isBlank);

        desk.assign(1, 1, "admin", null, new Viewer("otto", "Otto", Role.SUPERVISOR, Set.of("support")));
        assertThat(page.locator("#alarm[role=alert]")).containsText("assigned to you");
    }

    @Test
    void two_hundred_hostile_strings_are_text_and_nothing_of_them_runs() {
        var id = desk.arrives("Maria", "oi");
        var hostile = Hostile.strings();
        Assertions.assertThat(hostile).hasSize(200).doesNotHaveDuplicates();
        for (var n = 0; n < hostile.size(); n++) {
            desk.arrives(hostile.get(n), hostile.get(n));
            desk.says(id, Hostile.said(n, hostile.get(n)));
        }
        var page = page("admin", "/conversations/" + id + "?limit=200");

        Assertions.assertThat(page.locator("#thread .message").count()).isEqualTo(201);
        Assertions.assertThat(page.locator(".row").count()).isEqualTo(200);
        var thread = page.locator("#thread").textContent();
        Assertions.assertThat(hostile)
                .allSatisfy(one -> Assertions.assertThat(thread).contains(one));
        page.locator("#row-9").hover();
        page.locator("#row-9").click();
        assertThat(page.locator("#conversation h1")).hasText(hostile.get(7));
        Assertions.assertThat(page.evaluate(
                        "window.hit === undefined && document.querySelectorAll('main img, main iframe, main"
                                + " script, main form[action*=evil]').length === 0"))
                .isEqualTo(true);
    }

    @Test
    void a_file_that_could_not_be_fetched_is_tried_again_by_a_button_until_whatsapp_forgets_it() {
        var id = desk.arrives("Maria Souza", "segue a fatura");
        desk.claim(id, 1, ANA);
        files.become(id, "failed", "Meta could not take the file", Instant.MAX);
        var path = "/conversations/" + id;
        var page = page("admin", path);
        var file = page.locator("#thread .file");
        assertThat(file).containsText("It could not be fetched from WhatsApp.");
        assertThat(page("ana", path).locator("#thread .file button")).hasText("Try again");
        assertThat(page("bia", path).locator("#thread .file button")).hasCount(0);

        file.locator("button").press("Enter");
        assertThat(file).containsText("It is being fetched from WhatsApp.");
        assertThat(file.locator("button")).hasCount(0);

        files.become(id, "kept", null, Instant.MAX);
        assertThat(file.locator("a")).hasText("fatura.pdf");

        files.become(id, "failed", "Meta could not take the file", Instant.EPOCH);
        assertThat(file).containsText("WhatsApp keeps it no longer. Ask the customer to send it again.");
        assertThat(file.locator("button")).hasCount(0);
    }
}
