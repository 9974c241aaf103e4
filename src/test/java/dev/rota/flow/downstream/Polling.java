package dev.rota.flow.downstream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rota.config.RuleFolders;
import dev.rota.desk.Back;
import dev.rota.desk.Downstream;
import dev.rota.desk.ExampleCompany;
import dev.rota.desk.Sent;
import dev.rota.desk.WayBack;
import dev.rota.downstream.back.Poll;
import dev.rota.flow.back.NewsLists;
import dev.rota.flow.triage.RouteSetRefused;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;

/** Asks the downstream "desk", on this machine, for its news through its Kamelet, as the routes folder has it. */
final class Polling implements AutoCloseable {

    private static final Instant NOW = Instant.parse("2026-11-24T15:00:00Z");

    private final DefaultCamelContext engine = new DefaultCamelContext();
    private final Adapters adapters;

    Polling(String kamelet, Map<String, String> with) {
        Bringing.bind(engine.getRegistry(), (downstream, requests) -> {});
        engine.getRegistry().bind("newsLists", new NewsLists());
        engine.start();
        var polls = new WayBack(kamelet, with, Duration.ofSeconds(30));
        var desk = new Downstream(
                "desk",
                "webhook-ticket-action",
                Map.of("url", Objects.requireNonNull(with.get("url")), "secret", "a secret"),
                8,
                null,
                Duration.ofDays(3),
                false,
                EnumSet.allOf(Sent.class),
                true,
                new Back(null, polls, Set.of("reply", "note", "owner", "status")));
        try {
            adapters = new AdapterCompiler(engine)
                    .compile(RuleFolders.readRoutes(Path.of("routes")), ExampleCompany.with(desk));
        } catch (RouteSetRefused e) {
            throw new AssertionError(e.problems().toString(), e);
        }
    }

    /** The page since a cursor, null at first. */
    JsonNode ask(@Nullable String cursor) {
        var question = new Poll("desk", cursor, NOW).question();
        return (JsonNode)
                adapters.ask(Downstream.POLL + "desk", question).join().orElseThrow();
    }

    @Override
    public void close() {
        adapters.close();
        engine.stop();
    }
}
