package dev.rota.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A real browser, one session for each page that is opened. */
public final class Browser implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final double PATIENCE_MS = 120_000;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser() {
        var environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        chromium = playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(CHROMIUM).setArgs(QUIET));
    }

    /** Starts one; a machine without Chromium skips the test, unless {@code ROTA_BROWSER=required}. */
    public static Browser start() {
        var there = Files.isExecutable(CHROMIUM);
        if ("required".equals(System.getenv("ROTA_BROWSER"))) {
            assertThat(there)
                    .as("ROTA_BROWSER=required, and %s is there", CHROMIUM)
                    .isTrue();
        }
        Assumptions.assumeTrue(there, "there is no " + CHROMIUM + ", so nobody looks at the panel");
        return new Browser();
    }

    public Page page() {
        var page = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setLocale("en-US")
                        .setViewportSize(1280, 800))
                .newPage();
        page.setDefaultTimeout(PATIENCE_MS);
        page.setDefaultNavigationTimeout(PATIENCE_MS);
        return page;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
