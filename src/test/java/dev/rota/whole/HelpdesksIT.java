package dev.rota.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rota.whatsapp.simulated.DoorClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The whole way with helpdesks as they are: a customer writes, the ticket has its owner, who answers and closes it there.
 * The answer to the making of the ticket is lost on its way.
 */
@ExtendWith(Grounds.class)
class HelpdesksIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String API_TOKEN = "whole_api_token";
    private static final Pattern AGENT = Pattern.compile("(?m)^(\\s+(\\w+):.*ids: \\{helpdesk: )\"\\d+\"");

    private final Ground ground;
    private final Answered meta = new Answered();
    private final EngineProcess engine;
    private final HttpClient http = HttpClient.newHttpClient();

    HelpdesksIT(Ground ground) {
        this.ground = ground;
        var environment = new HashMap<>(ground.environment());
        environment.put("ROTA_GRAPH_URL", meta.url());
        environment.put("ROTA_API_TOKENS", "test:admin:" + API_TOKEN);
        environment.put("HELPDESK_BACK_SECRET", RealHelpdesk.BACK_SECRET);
        engine = new EngineProcess("one", ground.folder(), environment);
    }

    @AfterEach
    void close() {
        engine.close();
        meta.close();
    }

    @Test
    void request_tracker_calls_back() throws Exception {
        var callback = engine.door().resolve("/webhooks/downstream/helpdesk");
        try (var tracker = new RequestTracker(folder("request-tracker"), callback)) {
            goAllTheWay(tracker);
        }
    }

    @Test
    void redmine_is_asked() throws Exception {
        try (var redmine = new Redmine(folder("redmine"))) {
            goAllTheWay(redmine);
        }
    }

    /** Not where the engine logs: what a helpdesk logs is its own affair. */
    private Path folder(String helpdesk) {
        return ground.folder().resolveSibling("helpdesks").resolve(helpdesk);
    }

    private void goAllTheWay(RealHelpdesk helpdesk) throws Exception {
        try (var between = new CutOff(helpdesk.port)) {
            configure(helpdesk, between);
            engine.start();
            engine.awaitReady();
            var letter = Letter.of(Letter.customer(95_000), ground.number("suporte"), "caiu a internet, xilofone");
            assertThat(new DoorClient(engine.door()).post(letter.webhook())).isEqualTo(200);

            soon().until(() -> !conversation().path("owner").path("id").asText().isEmpty());
            var owner = conversation().path("owner").path("id").asText();
            var reference = "rota-" + conversation().path("id").asText();
            soon().until(() -> helpdesk.owner(reference).equals(owner));
            assertThat(between.lost()).as("the first answer was lost").isEqualTo(1);
            assertThat(helpdesk.tickets(reference)).isEqualTo(1);

            helpdesk.reply(owner, reference, "Bom dia! Já vou olhar, xilofone.");
            soon().until(() -> meta.texts().contains("Bom dia! Já vou olhar, xilofone."));

            helpdesk.close(owner, reference);
            soon().until(() -> conversation().path("status").asText().equals("closed"));
            assertThat(meta.texts()).containsOnlyOnce("Bom dia! Já vou olhar, xilofone.");
            assertThat(helpdesk.said(reference))
                    .filteredOn(text -> text.contains("Já vou olhar"))
                    .as("its own answer is not told back")
                    .hasSize(1);
            assertThat(helpdesk.tickets(reference)).isEqualTo(1);
            assertThat(new Logs(ground.folder()).leaks(Letter.CANARIES)).isEmpty();
        }
    }

    private void configure(RealHelpdesk helpdesk, CutOff between) throws IOException {
        var teams = ground.config().resolve("teams.yaml");
        Files.writeString(
                teams,
                AGENT.matcher(Files.readString(teams))
                        .replaceAll(agent ->
                                Matcher.quoteReplacement(agent.group(1) + "\"" + helpdesk.id(agent.group(2)) + "\"")));
        Files.writeString(ground.config().resolve("helpdesk-token"), helpdesk.token());
        Files.writeString(ground.config().resolve("downstreams.yaml"), helpdesk.configuration(between.url()));
    }

    /** The only one there is. */
    private JsonNode conversation() {
        var request = HttpRequest.newBuilder(engine.desk().resolve("/api/conversations"))
                .header("Authorization", "Bearer " + API_TOKEN)
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString()).body();
            return new ObjectMapper().readTree(answer).path("items").path(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ConditionFactory soon() {
        return await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200));
    }
}
