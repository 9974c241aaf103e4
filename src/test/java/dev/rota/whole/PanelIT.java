package dev.rota.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.rota.whatsapp.simulated.DoorClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The panel in a real browser: two agents who were invited, and a customer who writes. */
@ExtendWith(Grounds.class)
class PanelIT {

    private static final String TOKEN = "whole_api_token";

    /** Nobody is given anything, so a conversation waits until somebody takes it. */
    private static final String ALL_AWAY =
            """

            leave:
              - {agent: bia, from: 2020-01-01, to: 2099-12-31}
              - {agent: caio, from: 2020-01-01, to: 2099-12-31}
              - {agent: duda, from: 2020-01-01, to: 2099-12-31}
            """;

    private final Ground ground;
    private final Helpdesk helpdesk = new Helpdesk();
    private final EngineProcess engine;
    private final Browser browser = Browser.start();

    PanelIT(Ground ground) throws IOException {
        this.ground = ground;
        Files.writeString(ground.config().resolve("shifts.yaml"), ALL_AWAY, StandardOpenOption.APPEND);
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
        var page = browser.page();
        page.navigate(invitation(agent).toString());
        page.locator("#password").fill("a sentence of " + agent);
        page.locator("button.primary").click();
        if (page.url().contains("/login")) {
            page.locator("#username").fill(agent);
            page.locator("#password").fill("a sentence of " + agent);
            page.locator("button.primary").first().click();
        }
        PlaywrightAssertions.assertThat(page.locator("#live")).hasAttribute("data-state", Pattern.compile("live"));
        return page;
    }

    private URI invitation(String agent) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(engine.desk().resolve("/api/people/" + agent + "/invitation"))
                .header("Authorization", "Bearer " + TOKEN)
                .POST(BodyPublishers.noBody())
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        var path = URI.create(
                        new ObjectMapper().readTree(answer.body()).path("url").asText())
                .getPath();
        return engine.desk().resolve(path);
    }

    private void write(String text) throws IOException, InterruptedException {
        var letter = Letter.of(Letter.customer(70_000), ground.number("vendas"), text);
        assertThat(new DoorClient(engine.door()).post(letter.webhook())).isEqualTo(200);
    }

    private static void screenshot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
    }
}
