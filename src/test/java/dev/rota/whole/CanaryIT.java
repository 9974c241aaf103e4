package dev.rota.whole;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import dev.rota.whatsapp.simulated.DoorClient;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What customers tell one team never reaches an agent of another. */
@ExtendWith(Grounds.class)
class CanaryIT {

    private static final String CANARY = "canarioamarelo";

    private final Ground ground;
    private final Helpdesk helpdesk = new Helpdesk();
    private final EngineProcess engine;
    private final HttpClient client = HttpClient.newHttpClient();

    CanaryIT(Ground ground) throws IOException {
        this.ground = ground;
        ground.sendSalesAway();
        var environment = new HashMap<>(ground.environment(helpdesk));
        environment.put(
                "ROTA_API_TOKENS",
                "test:admin:whole_token_of_test,bia:agent:whole_token_of_bia,ana:agent:whole_token_of_ana");
        engine = new EngineProcess("canary", ground.folder(), environment);
    }

    @BeforeEach
    void start() {
        engine.start();
        engine.awaitReady();
    }

    @AfterEach
    void close() {
        engine.close();
        helpdesk.close();
    }

    @Test
    void an_agent_of_another_team_receives_no_list_page_search_history_or_stream_with_it() throws Exception {
        var bias = follow("bia");
        var anas = follow("ana");
        await().untilAsserted(() -> {
            assertThat(bias).contains("event:beat");
            assertThat(anas).contains("event:beat");
        });
        write(CANARY + " um");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(get("bia", "/api/conversations").body()).contains(CANARY));
        var first = new ObjectMapper()
                .readTree(get("bia", "/api/conversations").body())
                .path("items")
                .path(0);
        var id = first.path("id").asText();
        var customer = first.path("customer").path("id").asText();
        var phone = first.path("customer").path("phone").asText();
        var one = "/api/conversations/" + id;
        var seen = List.of(
                "/api/conversations",
                "/api/conversations?status=waiting",
                "/api/conversations?q=" + first.path("protocol").asText(),
                one,
                "/api/customers/" + customer + "/history",
                "/api/search?q=" + CANARY);
        // Words are found a moment after they are written.
        await().untilAsserted(() ->
                assertThat(get("bia", "/api/search?q=" + CANARY).body()).contains(CANARY));
        for (var path : seen) {
            assertThat(get("bia", path).body()).as("bia " + path).contains(CANARY);
            assertThat(get("ana", path).body()).as("ana " + path).doesNotContain(CANARY, phone);
        }
        for (var path : List.of(
                one + "/explain", "/api/deliveries", "/api/agents", "/api/queues", "/api/shifts", "/api/templates")) {
            assertThat(get("ana", path).body()).as("ana " + path).doesNotContain(CANARY, phone);
        }
        for (var path : List.of(one, one + "/explain")) {
            assertThat(get("ana", path).statusCode()).as(path).isEqualTo(404);
        }

        try (var browser = Browser.start()) {
            var pages = List.of(
                    "/?tab=waiting",
                    "/conversations?tab=team",
                    "/search?q=" + CANARY,
                    "/conversations/" + id,
                    "/conversations/" + id + "/parts",
                    "/customers/" + customer + "/history",
                    "/floor",
                    "/reports",
                    "/deliveries",
                    "/door",
                    "/rules",
                    "/shifts");
            var invitations = new Invitations(engine.desk(), "whole_token_of_test");
            var bia = invitations.accept(browser, "bia");
            var ana = invitations.accept(browser, "ana");
            assertThat(bia.request()
                            .get(engine.desk().resolve("/?tab=waiting").toString())
                            .text())
                    .contains(CANARY);
            for (var path : pages) {
                var address = engine.desk().resolve(path).toString();
                assertThat(ana.request().get(address).text()).as(path).doesNotContain(CANARY + " um", phone);
            }
            assertThat(ana.request()
                            .get(engine.desk().resolve("/conversations/" + id).toString())
                            .status())
                    .isEqualTo(404);

            var biasLists = watch(bia);
            var anasLists = watch(ana);
            write(CANARY + " dois");
            await().untilAsserted(() -> assertThat(biasLists).anyMatch(line -> isList(line) && line.contains(CANARY)));
            awaitBeat(anasLists);
            assertThat(anasLists).noneMatch(line -> line.contains(CANARY) || line.contains(phone));
        }

        await().untilAsserted(() -> assertThat(bias).anyMatch(line -> line.contains("\"id\":\"" + id + "\"")));
        awaitBeat(anas);
        assertThat(anas).noneMatch(line -> line.startsWith("event:conversation"));
    }

    /** By then everything has been told. */
    private static void awaitBeat(List<String> lines) {
        var beats = beats(lines);
        await().atMost(Duration.ofSeconds(15)).until(() -> beats(lines) > beats);
    }

    private static long beats(List<String> lines) {
        return lines.stream().filter("event:beat"::equals).count();
    }

    private static boolean isList(String line) {
        return line.startsWith("data:{\"base\"");
    }

    private List<String> follow(String agent) {
        return follow(request(agent, "/api/stream"));
    }

    private List<String> follow(HttpRequest stream) {
        var lines = new CopyOnWriteArrayList<String>();
        var unused = client.sendAsync(stream, BodyHandlers.ofLines())
                .thenAccept(answer -> answer.body().forEach(lines::add));
        return lines;
    }

    /** What comes over the stream to a page that shows who waits. */
    private List<String> watch(Page page) {
        var session = page.context().cookies().stream()
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(joining("; "));
        var lines = follow(HttpRequest.newBuilder(engine.desk().resolve("/api/stream?page=canary"))
                .header("Cookie", session)
                .build());
        await().untilAsserted(() -> assertThat(lines).contains("event:beat"));
        var list = engine.desk().resolve("/conversations?tab=waiting&page=canary");
        assertThat(page.request().get(list.toString()).text()).contains("data-version");
        return lines;
    }

    private HttpResponse<String> get(String agent, String path) throws IOException, InterruptedException {
        return client.send(request(agent, path), BodyHandlers.ofString());
    }

    private HttpRequest request(String agent, String path) {
        return HttpRequest.newBuilder(engine.desk().resolve(path))
                .header("Authorization", "Bearer whole_token_of_" + agent)
                .build();
    }

    private void write(String text) throws IOException, InterruptedException {
        var letter = Letter.of(Letter.customer(70_001), ground.number("vendas"), text);
        assertThat(new DoorClient(engine.door()).post(letter.webhook())).isEqualTo(200);
    }
}
