package dev.rota.panel;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** The charts of the reports in a real browser. */
@SpringBootTest(
        classes = PanelAlone.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "rota.public-url=http://rota.example")
@ActiveProfiles("demo")
class ReportsIT {

    private static final String FIGURES =
            "of => Chart.getChart(document.querySelector(of + ' canvas')).data.datasets.map(set => set.label + ' ' + set.data).join('; ')";
    private static final String BACKLOG = ".chart[data-form=line]";

    private static Visits visits;

    @LocalServerPort
    int port;

    @BeforeAll
    static void open() {
        visits = Visits.start();
    }

    @AfterAll
    static void close() {
        visits.close();
    }

    @Test
    void charts_draw_the_figures_of_their_tables_in_light_and_dark_and_the_policy_stops_nothing() {
        var page = visits.page();
        var faults = new ArrayList<String>();
        page.onConsoleMessage(message -> faults.add(message.text()));
        Visits.login(page, port, "otto", "/");
        faults.clear();
        page.navigate("http://localhost:" + port + "/reports");

        assertThat(page.locator(BACKLOG)).isVisible();
        assertThat(figures(page, BACKLOG)).isEqualTo("Waiting 4,9; In progress 6,3");
        assertThat(figures(page, ".chart[data-of=first]")).isEqualTo("p50 120; p90 120");
        assertThat(figures(page, ".chart[data-of=resolution]")).isEqualTo("p50 1800; p90 1800");
        assertThat(page.locator(".chart:visible")).hasCount(4);
        screenshot(page, "light");

        var light = ink(page);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.waitForCondition(() -> !ink(page).equals(light));
        screenshot(page, "dark");
        page.setViewportSize(360, 740);
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
        screenshot(page, "360");
        assertThat(faults).isEmpty();
        assertThat(visits.failures()).isEmpty();
    }

    @Test
    void a_chart_without_figures_is_not_shown() {
        var page = visits.page();
        Visits.login(page, port, "otto", "/");
        page.navigate("http://localhost:" + port + "/reports?from=soon");

        assertThat(page.locator(".chart")).hasCount(0);
    }

    private static String figures(Page page, String chart) {
        return String.valueOf(page.evaluate(FIGURES, chart));
    }

    private static String ink(Page page) {
        return String.valueOf(page.evaluate("String(Chart.defaults.color)"));
    }

    private static void screenshot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", "reports-" + name + ".png")));
    }
}
