package dev.rota.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rota.database.EmbeddedPostgres;
import dev.rota.whatsapp.simulated.DoorClient;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What operations say on one engine, by HTTP, holds on another one as well within a second, and so does its end. */
@ExtendWith(Grounds.class)
class OverrideIT {

    private static final String SECRET = "whole_secret_of_otto";
    private static final int BEFORE = 10;

    /** So many are decided after the second, by whichever engine has their lanes. */
    private static final int AFTER = 40;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private int customers;

    @Test
    void what_is_said_on_one_engine_holds_on_both_within_a_second(Ground ground) throws Exception {
        try (var database = EmbeddedPostgres.start(ground.data());
                var helpdesk = new Helpdesk();
                var one = engine("one", ground, helpdesk, database);
                var other = engine("other", ground, helpdesk, database)) {
            one.start();
            one.awaitReady();
            other.start();
            other.awaitReady();
            var jdbc = Truth.database(ground.data());
            await("both engines decide")
                    .atMost(EngineProcess.PATIENCE)
                    .until(() -> count(jdbc, "SELECT count(DISTINCT holder) FROM lane") == 2);
            for (var n = 0; n < BEFORE; n++) {
                write(ground, other);
            }
            await().atMost(EngineProcess.PATIENCE)
                    .until(() ->
                            count(jdbc, "SELECT count(*) FROM conversation WHERE queue = 'sales' AND owner IS NOT NULL")
                                    == BEFORE);

            var made = post(one, "/api/overrides", wanted());
            assertThat(made.at("/effect/inProgress").asInt())
                    .as(made.toString())
                    .isEqualTo(BEFORE);
            awaitDecisions(ground, other, jdbc, "o.created_at");
            var ended = post(other, "/api/overrides/" + made.at("/id").asText() + "/end", Map.of());
            assertThat(ended.at("/state").asText()).isEqualTo("over");
            awaitDecisions(ground, one, jdbc, "o.ended_at");

            assertThat(late(jdbc, "d.override IS NULL AND d.at BETWEEN o.created_at + interval '1 s' AND o.ended_at"))
                    .as("decided without it, a second after its begin")
                    .isZero();
            assertThat(late(jdbc, "d.override IS NOT NULL AND d.at > o.ended_at + interval '1 s'"))
                    .as("decided by it, a second after its end")
                    .isZero();
            assertThat(late(jdbc, "d.override IS NOT NULL AND d.at < o.ended_at"))
                    .as("these do count what was decided")
                    .isGreaterThanOrEqualTo(AFTER);
        }
    }

    private static EngineProcess engine(String name, Ground ground, Helpdesk helpdesk, EmbeddedPostgres database) {
        var environment = new HashMap<>(ground.environment(helpdesk));
        environment.put("ROTA_DATABASE_URL", database.jdbcUrl());
        environment.put("ROTA_DATABASE_USER", database.user());
        environment.put("ROTA_DATABASE_PASSWORD", database.password());
        environment.put("ROTA_API_TOKENS", "otto:operations:" + SECRET);
        return new EngineProcess(name, ground.folder(), environment);
    }

    private static Map<String, Object> wanted() {
        var until = Clock.systemUTC().instant().plus(Duration.ofHours(1));
        return Map.of(
                "match",
                Map.of("requestType", "sales"),
                "queue",
                "billing",
                "until",
                until.toString(),
                "reason",
                "the sales system is away");
    }

    /** Customers go on writing until enough of them have been decided a second after that. */
    private void awaitDecisions(Ground ground, EngineProcess door, JdbcClient jdbc, String since) {
        await().atMost(EngineProcess.PATIENCE)
                .pollInterval(Duration.ofMillis(25))
                .until(() -> {
                    write(ground, door);
                    return late(jdbc, "d.at > " + since + " + interval '1 s'") >= AFTER;
                });
    }

    private void write(Ground ground, EngineProcess engine) throws IOException, InterruptedException {
        var letter = Letter.of(Letter.customer(customers++), ground.number("vendas"), "quero um plano, xilofone");
        assertThat(new DoorClient(engine.door()).post(letter.webhook())).isEqualTo(200);
    }

    private static int late(JdbcClient jdbc, String condition) {
        return count(jdbc, "SELECT count(*) FROM decision d, override o WHERE " + condition);
    }

    private static int count(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    private JsonNode post(EngineProcess engine, String path, Map<String, Object> body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(engine.desk().resolve(path))
                .header("Authorization", "Bearer " + SECRET)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.writeValueAsString(body)))
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }
}
