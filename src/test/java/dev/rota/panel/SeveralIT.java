package dev.rota.panel;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Several conversations at once, by the keyboard alone. */
class SeveralIT extends InABrowser {

    @Autowired
    FakeActions actions;

    @BeforeEach
    void three_wait() {
        actions.clear();
        desk.arrives("Maria Souza", "minha internet caiu");
        desk.arrives("João Lima", "oi");
        desk.arrives("Carla Dias", "quero cancelar");
    }

    @Test
    void a_supervisor_chooses_sees_what_comes_of_it_does_it_and_undoes_it() {
        var page = page("otto", "/");
        press(page, ".several", "Enter");
        assertThat(page.locator("h1")).hasText("Several at once");

        press(page, "#row-1", "Space");
        assertThat(page.evaluate("document.querySelector('#all').indeterminate"))
                .isEqualTo(true);
        press(page, "#all", "Space");
        assertThat(page.locator("input[name=rows]:checked")).hasCount(3);
        page.locator("#agent").selectOption("ana");
        press(page, "#reason", "Enter");

        assertThat(page.locator("#effect")).hasText("2 go to Ana Prado");
        assertThat(page.locator("#do")).isFocused();
        assertThat(page.locator("input[name=rows]:checked")).hasCount(3);
        screenshot(page, "several");
        page.setViewportSize(320, 640);
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
        screenshot(page, "several-320");
        page.setViewportSize(1280, 800);

        press(page, "#do", "Enter");
        assertThat(page.locator("h1")).hasText("What was done");
        screenshot(page, "done");
        press(page, "#undo", "Enter");
        assertThat(page.locator("main")).containsText("It has been undone.");
        assertThat(actions.asked).hasSize(2);
    }

    private static void press(Page page, String at, String key) {
        page.locator(at).focus();
        page.keyboard().press(key);
    }
}
