package dev.rota.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.rota.whatsapp.simulated.DoorClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The panel in a real browser: two agents who were invited, and a customer who writes. */
@ExtendWith(Grounds.class)
class PanelIT {

    private static final String TOKEN = "whole_api_token";

    private final Ground ground;
    private final Helpdesk helpdesk = new Helpdesk();
    private final EngineProcess engine;
    private final Browser browser = Browser.start();

    PanelIT(Ground ground) throws IOException {
        this.ground = ground;
        ground.sendSalesAway();
        var environment = new HashMap<>(ground.environment(helpdesk));
        environment.put("ROTA_API_TOKENS", "test:admin:" + TOKEN);
        engine = new EngineProcess("panel", ground.folder(), environment);
    }

    @BeforeEach
    void start() {
        engine.start();
        engine.awaitReady();
    }

    @AfterEach
    void close() {
        browser.close();
        engine.close();
        helpdesk.close();
    }

    @Test
    void a_message_appears_without_reload_and_of_two_who_take_it_one_is_told_who_has_it() throws Exception {
        var bia = loggedIn("bia");
        var caio = loggedIn("caio");

        write("quero um plano");
        for (var page : List.of(bia, caio)) {
            var row = page.locator(".row").first();
            PlaywrightAssertions.assertThat(row).containsText("quero um plano");
            PlaywrightAssertions.assertThat(row).containsText("Waiting");
            row.click();
            PlaywrightAssertions.assertThat(page.locator("#conversation")).containsText("queue.camel.yaml");
        }
        screenshot(bia, "waiting");

        // Both click before the news of either can reach the other.
        bia.locator("#command-claim").evaluate("button => button.click()");
        caio.locator("#command-claim").evaluate("button => button.click()");
        for (var page : List.of(bia, caio)) {
            PlaywrightAssertions.assertThat(page.locator("#head")).containsText("In progress");
        }
        var biaWon = bia.locator("#head .owner").innerText().contains("Bia Nunes");
        var winner = biaWon ? bia : caio;
        var loser = biaWon ? caio : bia;
        PlaywrightAssertions.assertThat(loser.locator("#notice"))
                .containsText((biaWon ? "Bia Nunes" : "Caio Reis") + " has it now");
        PlaywrightAssertions.assertThat(winner.locator("#notice")).isEmpty();
        screenshot(winner, "taken");
        screenshot(loser, "told");

        winner.locator("#text").fill("Olá! Qual velocidade você procura?");
        winner.locator("#command-reply").click();
        PlaywrightAssertions.assertThat(winner.locator("#thread")).containsText("Qual velocidade");
        write("200 mega");
        PlaywrightAssertions.assertThat(winner.locator("#thread")).containsText("200 mega");
        screenshot(winner, "answered");
    }

    private Page loggedIn(String agent) throws IOException, InterruptedException {
        return new Invitations(engine.desk(), TOKEN).accept(browser, agent);
    }

    private void write(String text) throws IOException, InterruptedException {
        var letter = Letter.of(Letter.customer(70_000), ground.number("vendas"), text);
        assertThat(new DoorClient(engine.door()).post(letter.webhook())).isEqualTo(200);
    }

    private static void screenshot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
    }
}
