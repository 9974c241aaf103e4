package dev.rota.panel;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** The charts of the reports in a real browser. */
class ReportsIT extends InABrowser {

    private static final String FIGURES =
            "of => Chart.getChart(document.querySelector(of + ' canvas')).data.datasets.map(set => set.label + ' ' +"
                    + " set.data).join('; ')";
    private static final String BACKLOG = ".chart[data-form=line]";

    @Test
    void charts_draw_the_figures_of_their_tables_in_light_and_dark_and_the_policy_stops_nothing() {
        var page = page();
        var faults = new ArrayList<String>();
        page.onConsoleMessage(message -> faults.add(message.text()));
        Visits.login(page, port, "otto", "/");
        faults.clear();
        page.navigate("http://localhost:" + port + "/reports");

        assertThat(page.locator(BACKLOG)).isVisible();
        assertThat(figures(page, BACKLOG)).matches("Waiting 4,9,(0,)+2; In progress 6,3,(0,)+1");
        assertThat(figures(page, ".chart[data-of=first]")).isEqualTo("p50 120; p90 120");
        assertThat(figures(page, ".chart[data-of=resolution]")).isEqualTo("p50 1800; p90 1800");
        assertThat(page.locator(".chart:visible")).hasCount(4);
        whole(page, "light");

        var light = ink(page);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.waitForCondition(() -> !ink(page).equals(light));
        whole(page, "dark");
        page.setViewportSize(360, 740);
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
        whole(page, "360");
        assertThat(faults).isEmpty();
    }

    @Test
    void a_chart_that_would_show_nothing_is_not_shown() {
        var page = page();
        Visits.login(page, port, "otto", "/");
        page.navigate("http://localhost:" + port + "/reports");
        assertThat(page.locator(BACKLOG)).isVisible();

        page.evaluate("Array.from(document.querySelectorAll('#backlog-table tbody tr')).slice(1).forEach(row =>"
                + " row.remove())");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));

        assertThat(page.locator(BACKLOG)).isHidden();
        assertThat(page.locator(".chart[data-of=first]")).isVisible();
    }

    private static String figures(Page page, String chart) {
        return String.valueOf(page.evaluate(FIGURES, chart));
    }

    private static String ink(Page page) {
        return String.valueOf(page.evaluate("String(Chart.defaults.color)"));
    }

    private static void whole(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", "reports-" + name + ".png")));
    }
}
