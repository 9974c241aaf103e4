package dev.rota.panel;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import dev.rota.whole.Browser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every page that the menu and its buttons lead to, and the desk in its states, as axe-core sees it, wide and at 320 px. */
class AccessibleIT extends AtThePanel {

    /** What stands on a page twice, though it is there once. */
    private static final String TWICE =
            """
            Array.from(document.querySelectorAll('[id]'), (one) => one.id).filter((id, at, all) => all.indexOf(id) < at)
            """;

    /** What may be replaced while somebody is there, and could not be found again. */
    private static final String NAMELESS =
            """
            Array.from(document.querySelectorAll(':is([hx-trigger*="every"], #list, #head, #thread, #send, #why) '
                    + ':is(a, button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"])'))
                .filter((one) => !one.id).map((one) => one.outerHTML)
            """;

    /** What axe finds that keeps somebody out. */
    private static final String SERIOUS =
            """
            async () => (await axe.run(document, {resultTypes: ['violations']})).violations
                .filter((one) => ['serious', 'critical'].includes(one.impact))
                .flatMap((one) => one.nodes.map((node) => one.id + ' ' + node.target + ' ' + node.failureSummary))
            """;

    /** How many elements would not simply be elsewhere or otherwise, but go there. */
    private static final String MOVING =
            """
            () => Array.from(document.querySelectorAll('*'), (one) => getComputedStyle(one))
                .filter((style) => style.animationName !== 'none' || /[1-9]/.test(style.transitionDuration)).length
            """;

    private static final EmulateMediaOptions DARK = media(ColorScheme.DARK, ReducedMotion.REDUCE);
    private static final EmulateMediaOptions LIGHT = media(ColorScheme.LIGHT, ReducedMotion.NO_PREFERENCE);

    private static Browser browser;
    private static String axe = "";

    @Autowired
    JdbcClient jdbc;

    @BeforeAll
    static void open() throws IOException {
        browser = Browser.start();
        try (var file = AccessibleIT.class.getResourceAsStream("/axe.min.js")) {
            axe = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @BeforeEach
    void some_conversations() {
        Outbox.fill(jdbc);
        desk.arrives("Maria Aparecida de Souza", "Boa noite, minha internet caiu de novo");
        desk.arrives("João Lima", "uma-palavra-sem-fim".repeat(20));
    }

    @Test
    void nobody_is_kept_out_of_a_page_by_how_it_is_made() {
        var page = browser.page();
        page.navigate(address("/login"));
        assertThat(serious(page)).as("/login").isEmpty();
        page.locator("form[action='/demo/as/admin'] button").click();
        page.locator("#live[data-state=live]").waitFor();
        var paths = new LinkedHashSet<>(Set.of(
                "/",
                "/conversations/1",
                "/?q=ownr:me",
                "/search?q=internet",
                "/floor/queues/support/pause",
                "/floor/rows?tab=waiting"));
        page.locator(".pages a").all().forEach(link -> paths.add(link.getAttribute("href")));
        assertThat(paths).hasSizeGreaterThan(6);

        var soft = new SoftAssertions();
        for (var path : paths) {
            page.navigate(address(path));
            look(page, path, soft);
        }
        soft.assertAll();
    }

    @Test
    void nor_of_what_comes_of_several_at_once() {
        var page = browser.page();
        Visits.login(page, port, "otto", "/");
        page.navigate(address("/floor/rows?tab=waiting"));
        var soft = new SoftAssertions();
        page.locator("#row-1").check();
        page.locator("#reason").fill("she knows her");
        page.locator("#reason").press("Enter");
        page.locator("#effect").waitFor();
        look(page, "the effect of several at once", soft);
        page.locator("#do").click();
        page.locator("#undo").waitFor();
        look(page, "what was done with several", soft);
        soft.assertAll();
    }

    private static void look(Page page, String what, SoftAssertions soft) {
        page.setViewportSize(1280, 800);
        soft.assertThat(serious(page)).as(what).isEmpty();
        soft.assertThat((List<?>) page.evaluate(TWICE)).as(what).isEmpty();
        soft.assertThat((List<?>) page.evaluate(NAMELESS)).as(what).isEmpty();
        screenshot(page, "wide", what);
        page.emulateMedia(DARK);
        soft.assertThat(serious(page)).as(what + " in the dark").isEmpty();
        screenshot(page, "dark", what);
        page.emulateMedia(LIGHT);
        page.setViewportSize(320, 640);
        soft.assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as(what + " at 320 px")
                .isEqualTo(320);
        screenshot(page, "320", what);
    }

    @Test
    void nothing_moves_for_who_wants_no_motion() {
        var page = browser.page();
        page.emulateMedia(DARK);
        page.navigate(address("/login"));
        page.locator("form[action='/demo/as/ana'] button").click();
        page.locator("#live[data-state=live]").waitFor();

        assertThat(page.evaluate(MOVING)).isEqualTo(0);
        page.emulateMedia(LIGHT);
        page.evaluate("document.body.style.transition = 'opacity 1s'");
        assertThat(page.evaluate(MOVING)).isNotEqualTo(0);
    }

    @Test
    void the_sheet_of_keys_keeps_nobody_out() {
        var page = browser.page();
        page.navigate(address("/login"));
        page.locator("form[action='/demo/as/ana'] button").click();
        page.locator("#keys-open").click();

        assertThat(serious(page)).isEmpty();
    }

    @Test
    void a_page_that_keeps_somebody_out_is_noticed() {
        var page = browser.page();
        page.setContent("<html lang='en'><title>x</title><main><input><img src='x.png'></main></html>");

        assertThat(serious(page)).hasSizeGreaterThanOrEqualTo(2);
        page.setContent("<div hx-trigger='every 5s'><button>x</button></div>");
        assertThat((List<?>) page.evaluate(NAMELESS)).hasSize(1);
    }

    private static EmulateMediaOptions media(ColorScheme scheme, ReducedMotion motion) {
        return new EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(motion);
    }

    private static void screenshot(Page page, String width, String what) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(
                        "target",
                        "screenshots",
                        width + "-" + what.replaceAll("^\\W|\\W+$", "").replaceAll("\\W+", "-") + ".png")));
    }

    private static List<?> serious(Page page) {
        page.evaluate(axe);
        return (List<?>) page.evaluate(SERIOUS);
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
