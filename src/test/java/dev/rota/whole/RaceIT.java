package dev.rota.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rota.desk.Agent;
import dev.rota.whatsapp.simulated.DoorClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Promise 5 over HTTP: sixteen clients reach for the same conversations at once. */
@ExtendWith(Grounds.class)
class RaceIT {

    private static final int CLIENTS = 16;
    private static final int CONVERSATIONS = 40;
    private static final int CAPACITY = 3;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    @Test
    void each_has_one_owner_nobody_too_many_and_who_comes_too_late_is_told_who_has_it(Ground ground) throws Exception {
        handOutByHand(ground);
        try (var helpdesk = new Helpdesk();
                var engine = new EngineProcess("one", ground.folder(), environment(ground, helpdesk))) {
            engine.start();
            engine.awaitReady();
            write(ground, engine);
            var waiting = waiting(engine);
            var answers = race(ground, engine, waiting);

            for (var conversation : waiting) {
                var winners = answers.stream()
                        .filter(answer -> answer.conversation.equals(conversation) && answer.status == 200)
                        .toList();
                assertThat(winners).as("owners of conversation " + conversation).hasSizeLessThanOrEqualTo(1);
                assertThat(answers)
                        .filteredOn(answer -> answer.conversation.equals(conversation) && answer.status == 409)
                        .allSatisfy(late -> {
                            assertThat(late.body.at("/owner/id").asText()).isEqualTo(winners.get(0).agent);
                            assertThat(late.body.at("/epoch").asInt()).isEqualTo(2);
                        });
            }
            assertThat(answers)
                    .extracting(Answer::status)
                    .contains(200, 409, 422)
                    .doesNotContain(500, 503);
            assertThat(answers).filteredOn(answer -> answer.status == 422).allSatisfy(full -> assertThat(
                            full.body.at("/detail").asText())
                    .endsWith("has " + CAPACITY + " of " + CAPACITY + " conversations"));
            assertThat(owned(answers).values()).allMatch(count -> count <= CAPACITY);
        }
    }

    private static Map<String, Long> owned(List<Answer> answers) {
        return answers.stream()
                .filter(answer -> answer.status == 200)
                .collect(Collectors.groupingBy(Answer::agent, Collectors.counting()));
    }

    /** Nothing is given out by itself, and nobody may have more than a few. */
    private static void handOutByHand(Ground ground) throws IOException {
        replace(ground, "queues.yaml", "strategy: least-loaded", "strategy: manual");
        replace(ground, "teams.yaml", "capacity: \\d+", "capacity: " + CAPACITY);
    }

    private static void replace(Ground ground, String file, String pattern, String by) throws IOException {
        var path = ground.config().resolve(file);
        Files.writeString(path, Files.readString(path).replaceAll(pattern, by));
    }

    private static Map<String, String> environment(Ground ground, Helpdesk helpdesk) {
        var environment = new HashMap<>(ground.environment(helpdesk));
        var tokens = ground.company().agents().keySet().stream().map(agent -> agent + ":agent:" + secret(agent));
        environment.put(
                "ROTA_API_TOKENS", tokens.collect(Collectors.joining(",")) + ",reader:auditor:" + secret("reader"));
        return environment;
    }

    private static String secret(String name) {
        return "whole_secret_of_" + name;
    }

    private static void write(Ground ground, EngineProcess engine) throws IOException, InterruptedException {
        var door = new DoorClient(engine.door());
        for (var n = 0; n < CONVERSATIONS; n++) {
            var letter = Letter.of(Letter.customer(n), ground.number("suporte"), "caiu a internet, xilofone " + n);
            assertThat(door.post(letter.webhook())).isEqualTo(200);
        }
    }

    private List<String> waiting(EngineProcess engine) {
        var list = engine.desk().resolve("/api/conversations?status=waiting&limit=100");
        var found = new ArrayList<String>();
        await().atMost(EngineProcess.PATIENCE).until(() -> {
            found.clear();
            var items = send(request(list, "reader").GET()).body.at("/items");
            StreamSupport.stream(items.spliterator(), false)
                    .map(item -> item.at("/id").asText())
                    .forEach(found::add);
            return found.size() == CONVERSATIONS;
        });
        return found;
    }

    /** All clients begin together; each reaches for every conversation, in an order of its own. */
    private List<Answer> race(Ground ground, EngineProcess engine, List<String> waiting) {
        var agents = ground.company().agents().values().stream()
                .filter(agent -> !agent.team().equals("sales"))
                .map(Agent::name)
                .sorted()
                .toList();
        var barrier = new CyclicBarrier(CLIENTS);
        var pool = Executors.newFixedThreadPool(CLIENTS);
        try {
            var races = IntStream.range(0, CLIENTS)
                    .mapToObj(n -> CompletableFuture.supplyAsync(
                            () -> reach(engine, agents.get(n % agents.size()), shuffled(waiting, n), barrier), pool))
                    .toList();
            return races.stream().flatMap(race -> race.join().stream()).toList();
        } finally {
            pool.shutdown();
        }
    }

    private List<Answer> reach(EngineProcess engine, String agent, List<String> waiting, CyclicBarrier barrier) {
        try {
            barrier.await();
            var answers = new ArrayList<Answer>();
            for (var conversation : waiting) {
                var claim = engine.desk().resolve("/api/conversations/" + conversation + "/claim");
                var answer = send(request(claim, agent).POST(BodyPublishers.ofString("{\"epoch\": 1}")));
                answers.add(new Answer(conversation, agent, answer.status, answer.body));
            }
            return answers;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> shuffled(List<String> all, int seed) {
        var order = new ArrayList<>(all);
        Collections.shuffle(order, new Random(seed));
        return order;
    }

    private static HttpRequest.Builder request(URI to, String who) {
        return HttpRequest.newBuilder(to)
                .header("Authorization", "Bearer " + secret(who))
                .header("Content-Type", "application/json");
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.build(), BodyHandlers.ofString());
        return new Answer("", "", answer.statusCode(), json.readTree(answer.body()));
    }

    private record Answer(String conversation, String agent, int status, JsonNode body) {}
}
