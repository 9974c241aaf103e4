package dev.rota.flow.downstream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.rota.config.RuleFolders;
import dev.rota.desk.Command;
import dev.rota.desk.Company;
import dev.rota.desk.DeliveryOutcome;
import dev.rota.desk.Downstream;
import dev.rota.desk.ExampleCompany;
import dev.rota.desk.Sent;
import dev.rota.desk.Ticket;
import dev.rota.downstream.Errands;
import dev.rota.downstream.Outcomes;
import dev.rota.downstream.WebhookSignature;
import dev.rota.flow.triage.RouteSetRefused;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.Registry;
import org.apache.camel.support.DefaultExchange;
import org.jspecify.annotations.Nullable;

/** Brings commands to the downstream "desk" through its Kamelet, as the routes folder has it. */
final class Bringing implements AutoCloseable {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T15:00:00Z"), ZoneOffset.UTC);

    private final DefaultCamelContext engine = new DefaultCamelContext();
    private final Adapters adapters;
    private int charged;

    Bringing(Path routes, String kamelet, Map<String, String> with, boolean privately) {
        bind(engine.getRegistry(), (downstream, requests) -> charged += requests);
        engine.start();
        try {
            adapters = new AdapterCompiler(engine)
                    .compile(RuleFolders.readRoutes(routes), company(kamelet, with, privately));
        } catch (RouteSetRefused e) {
            throw new AssertionError(e.problems().toString(), e);
        }
    }

    /** To a fake on this machine. */
    Bringing(String kamelet, Map<String, String> with) {
        this(Path.of("routes"), kamelet, with, true);
    }

    /** What the Kamelets refer to by name. */
    static void bind(Registry registry, Errands.Bill bill) {
        var json = json();
        var outcomes = new Outcomes(CLOCK);
        var beans = new HelpdeskConfiguration();
        registry.bind("json", ObjectMapper.class, json);
        registry.bind("errands", new Errands(json, bill, CLOCK));
        registry.bind("outcomes", outcomes);
        registry.bind("helpdeskCalls", beans.helpdeskCalls(json));
        registry.bind("helpdeskAnswers", beans.helpdeskAnswers(json, outcomes));
        registry.bind("kafkaOutcomes", beans.kafkaOutcomes(outcomes));
        registry.bind("helpdeskHeaders", beans.helpdeskHeaders());
        registry.bind("webhookSignature", new WebhookSignature(CLOCK));
        registry.bind("ticketHeaders", beans.ticketHeaders());
    }

    static ObjectMapper json() {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();
    }

    private static Company company(String kamelet, Map<String, String> with, boolean privately) {
        var all = EnumSet.allOf(Sent.class);
        var desk = new Downstream("desk", kamelet, with, 8, null, Duration.ofDays(3), false, all, privately, null);
        return ExampleCompany.with(desk);
    }

    /** The requests beyond the first of each delivery. */
    int charged() {
        return charged;
    }

    /** What comes of the first attempt. */
    DeliveryOutcome bring(Command command) {
        return bring(command, 1);
    }

    DeliveryOutcome bring(Command command, int attempt) {
        var exchange = new DefaultExchange(engine);
        exchange.getMessage().setBody(command);
        exchange.setVariable("attempt", attempt);
        exchange.setVariable("adapter", "desk");
        if (!adapters.enter()) {
            throw new IllegalStateException("the adapters are closed");
        }
        var done = new CompletableFuture<Void>();
        adapters.process("desk", exchange, sync -> done.complete(null));
        done.orTimeout(1, TimeUnit.MINUTES).join();
        if (exchange.getException() != null) {
            throw new AssertionError("the adapter failed", exchange.getException());
        }
        return exchange.getMessage().getBody(DeliveryOutcome.class);
    }

    /** Conversation 42 of Lia Sol in the queue support, which Ana has. */
    static Ticket ticket(String op, int epoch, String status, Ticket.@Nullable Owner owner, Ticket.Line... messages) {
        return new Ticket(
                op,
                "42:" + op + ":" + epoch,
                "42",
                "20261124-000042",
                epoch,
                null,
                new Ticket.Person("17", "Lia Sol", "5511987654321"),
                "suporte",
                "support",
                "support",
                "outage",
                "high",
                status,
                owner,
                "outage: sem internet",
                List.of(messages),
                List.of(
                        Map.of(
                                "file",
                                "triage/queue.camel.yaml",
                                "line",
                                12,
                                "text",
                                "${body.mentions('internet')}",
                                "value",
                                "true"),
                        Map.of("agent", "ana", "in", true, "reason", "the fewest open conversations")),
                "https://rota.example/conversations/42",
                null);
    }

    /** Its first command: Ana has it. */
    static Ticket assigned() {
        return ticket("ticket", 1, "in_progress", ANA, said(9001, "sem internet desde ontem"));
    }

    static final Ticket.Owner ANA = new Ticket.Owner("ana", "Ana Prado", "3901");

    static Ticket.Line said(long id, String text) {
        return new Ticket.Line(String.valueOf(id), "in", "text", text, Instant.parse("2026-11-24T14:59:00Z"), null);
    }

    @Override
    public void close() {
        adapters.close();
        engine.stop();
    }
}
