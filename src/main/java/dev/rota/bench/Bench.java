package dev.rota.bench;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.function.Consumer;
import org.springframework.boot.SpringApplication;

/** One run: starts everything, measures each part, and leaves nothing behind. */
final class Bench {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Plan plan;
    private final Clock clock;
    private final Consumer<String> progress;

    /**
     * Prepares a run.
     *
     * @param progress is told in a sentence what begins
     */
    Bench(Plan plan, Clock clock, Consumer<String> progress) {
        this.plan = plan;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * Measures.
     *
     * @param command how the run was called
     * @param loudest the level of the engine's log lines that still reach the console
     */
    Figures run(String command, String loudest) throws IOException {
        var load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        var vertx = Vertx.vertx();
        try (var folder = BenchFolder.make()) {
            SpringApplication.getShutdownHandlers().add(() -> delete(folder)); // Ctrl+C ends the database first
            var cores = Runtime.getRuntime().availableProcessors();
            var jdk = Runtime.version().toString();
            var machine = new Figures.Machine(command, jdk, cores, load, folder.fileSystem());
            var helpdesk = new InstantHelpdesk(vertx);
            progress.accept("starting an engine and its database");
            try (var engine = BenchEngine.start(folder, plan.routes(), helpdesk.open(), loudest)) {
                return measure(engine, helpdesk.arrivals(), vertx, machine);
            }
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private Figures measure(BenchEngine engine, Arrivals arrivals, Vertx vertx, Figures.Machine machine) {
        var webhooks = new Webhooks(engine.numbers(), engine.secret(), clock);
        var backlog = new Backlog(engine.database());
        var acknowledged = new ArrayList<Figures.Acknowledged>();
        progress.accept("deciding on one thread");
        var decisions = new DecisionSpeed(engine.triage(), clock).perSecond(plan.time());
        try (var ceiling = Ceiling.open(engine.database(), engine.secret())) {
            var part = new AcknowledgedPart(engine.door(), ceiling.target(), webhooks, backlog, plan.time());
            for (var connections : plan.connections()) {
                progress.accept("posting over " + connections + " connections, in turns to the door and the ceiling");
                acknowledged.add(part.measure(connections));
            }
        }
        backlog.drain(PATIENCE);
        progress.accept("sending " + plan.rate() + " messages per second");
        var tickets = new TicketPart(vertx, engine.door(), webhooks, arrivals, backlog);
        return new Figures(machine, acknowledged, tickets.measure(plan.rate(), plan.time()), decisions);
    }

    private static void delete(BenchFolder folder) {
        try {
            folder.close();
        } catch (IOException e) {
            throw new IllegalStateException(folder.path() + " could not be deleted", e);
        }
    }
}
