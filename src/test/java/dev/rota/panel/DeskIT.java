package dev.rota.panel;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.rota.desk.Role;
import dev.rota.desk.Viewer;
import dev.rota.whole.Browser;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/** The desk in a real browser, over conversations in memory. */
@SpringBootTest(
        classes = PanelAlone.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "rota.public-url=http://rota.example")
@ActiveProfiles("demo")
class DeskIT {

    private static final Viewer ANA = new Viewer("ana", "Ana Prado", Role.AGENT, Set.of("support"));
    private static Browser browser;

    @LocalServerPort
    int port;

    @Autowired
    FakeDesk desk;

    @Autowired
    PanelAlone.Seen seen;

    @Autowired
    Live live;

    @Autowired
    JdbcClient jdbc;

    @BeforeAll
    static void open() {
        browser = Browser.start();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @BeforeEach
    void nothing_has_happened() {
        desk.clear();
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
        var page = browser.page();
        page.clock().install();
        login(page, "ana", "/");

        page.clock().pauseAt(System.currentTimeMillis() + 60_000);
        assertThat(page.locator("#live")).hasAttribute("data-state", "offline");
        assertThat(page.locator("#live")).containsText(Pattern.compile("Offline since \\d\\d:\\d\\d"));

        page.clock().resume();
        assertThat(page.locator("#live")).hasAttribute("data-state", "live");
    }

    @Test
    void a_session_that_ends_in_the_middle_of_an_answer_takes_nothing_with_it() {
        var id = desk.arrives("Maria Souza", "minha internet caiu");
        desk.claim(id, 1, ANA);
        var page = page("ana", "/conversations/" + id);
        page.locator("#text").fill("Já vamos ver");
        page.locator("#compose-more summary").click();
        page.locator("#parameters").fill("um");
        page.locator("#buttons").fill("Sim");
        jdbc.sql("DELETE FROM spring_session").update();

        page.locator("#command-note").evaluate("button => button.click()");

        assertThat(page.locator("#composer .expired")).containsText("Nothing that you typed is lost");
        screenshot(page, "expired");
        assertThat(page.locator("#text")).hasValue("Já vamos ver");
        assertThat(page.locator("#parameters")).hasValue("um");

        var tab = page.context().newPage();
        login(tab, "ana", "/");
        page.evaluate("() => window.dispatchEvent(new Event('focus'))");
        assertThat(page.locator("#composer .expired")).isHidden();
        assertThat(page.locator("#live")).hasAttribute("data-state", "live");
        assertThat(page.locator("#buttons")).hasValue("Sim");
        page.locator("#command-reply").click();
        assertThat(page.locator("#thread")).containsText("Já vamos ver");
        assertThat(page.locator("#text")).hasValue("");
    }

    @Test
    void what_is_written_waits_in_its_conversation_and_the_row_says_so() {
        var one = desk.arrives("Maria Souza", "minha internet caiu");
        desk.arrives("João Lima", "oi");
        var page = page("ana", "/conversations/" + one);
        page.locator("#text").fill("Bom dia");

        page.locator("#row-2").click();
        assertThat(page.locator("#conversation h1")).hasText("João Lima");
        assertThat(page.locator("#text")).hasValue("");
        assertThat(page.locator("#row-2")).hasAttribute("aria-current", "true");
        assertThat(page.locator("#row-1 .draft")).isVisible();
        assertThat(page.locator("#row-2 .draft")).isHidden();

        page.locator("#row-1").click();
        assertThat(page.locator("#text")).hasValue("Bom dia");
    }

    private Page page(String person, String path) {
        var page = browser.page();
        login(page, person, path);
        return page;
    }

    private void login(Page page, String person, String path) {
        page.navigate("http://localhost:" + port + "/login");
        page.locator("form[action='/demo/as/" + person + "'] button").click();
        page.navigate("http://localhost:" + port + path);
        assertThat(page.locator("#live")).hasAttribute("data-state", "live");
    }

    private static void screenshot(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "desk-" + name + ".png")));
    }
}
