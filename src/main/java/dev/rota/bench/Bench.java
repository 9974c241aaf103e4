package dev.rota.bench;

import dev.rota.config.RuleFolders;
import dev.rota.flow.triage.RouteSetCompiler;
import dev.rota.flow.triage.RouteSetRefused;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** One run: starts everything, measures each part, and leaves nothing behind. */
final class Bench {

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
     */
    Figures run(String command) throws IOException {
        var load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        var vertx = Vertx.vertx();
        try (var folder = BenchFolder.make(plan.routes())) {
            var cores = Runtime.getRuntime().availableProcessors();
            var jdk = Runtime.version().toString();
            var machine = new Figures.Machine(command, jdk, cores, load, folder.fileSystem());
            progress.accept("deciding on one thread");
            var decisions = decisions(folder);
            var helpdesks = new Helpdesks(vertx);
            var port = helpdesks.open();
            progress.accept("starting an engine and its database");
            try (var database = BenchDatabase.start(folder.data());
                    var engine = BenchEngine.start(folder, database, port)) {
                var stage = new Stage(vertx, folder, database, engine, helpdesks, clock);
                return measure(stage, machine, decisions);
            }
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private double decisions(BenchFolder folder) {
        try (var triage = new RouteSetCompiler().compile(RuleFolders.readRoutes(plan.routes()), folder.read())) {
            return new DecisionSpeed(triage, clock).perSecond(plan.time());
        } catch (RouteSetRefused e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private Figures measure(Stage stage, Figures.Machine machine, double decisions) {
        progress.accept("warming up for " + plan.warmUp().toSeconds() + " seconds");
        stage.warmUp(plan.warmUp());
        var phases = new ArrayList<Figures.Phase>();
        phases.add(phase(stage, 0));
        var load = plan.sustained();
        if (load != null) {
            progress.accept("sending %d webhooks per second for %d seconds"
                    .formatted(load.rate(), load.time().toSeconds()));
        }
        var sustained = load == null ? null : stage.steady().sustain(load, progress);
        if (plan.stored() > 0) {
            progress.accept("storing " + plan.stored() + " events");
            phases.add(phase(stage, stage.loader().load(plan.stored())));
        }
        progress.accept(
                "bringing " + plan.deliveries() + " tickets to a helpdesk that answers at once, and to one 20 ms away");
        var delivered = List.of(
                stage.deliveries().measure(Helpdesks.INSTANT, plan.deliveries()),
                stage.deliveries().measure(Helpdesks.DISTANT, plan.deliveries()));
        progress.accept("the same beside a helpdesk that hangs");
        var isolated = stage.isolation().measure(plan.deliveries(), plan.ticketRate(), plan.time());
        progress.accept("showing %d people what comes".formatted(plan.streams()));
        var watched = stage.watching().measure(plan.streams(), plan.open(), plan.warmUp(), plan.time());
        progress.accept("handing %d conversations over at a switchover, and back".formatted(SwitchoverPart.SIZE));
        var switched = stage.switchovers().measure();
        progress.accept("freeing %d places while %d conversations wait".formatted(plan.freed(), plan.waiting()));
        var freed = stage.freed().measure(plan.waiting(), plan.freed());
        var searched = plan.said() == 0 ? null : stage.searches().measure(plan.said(), progress);
        return new Figures(
                machine, phases, sustained, delivered, isolated, watched, switched, freed, searched, decisions);
    }

    private Figures.Phase phase(Stage stage, long stored) {
        var acknowledged = new ArrayList<Figures.Acknowledged>();
        var steady = new ArrayList<Figures.Steady>();
        try (var ceiling = stage.ceiling()) {
            for (var connections : plan.connections()) {
                progress.accept("posting over " + connections + " connections, in turns to the door and the ceiling");
                var measured = stage.acknowledged(ceiling, plan.time()).measure(connections);
                progress.accept("  door %,.0f a second, ceiling %,.0f, ratio %.2f"
                        .formatted(
                                measured.door().perSecond(), measured.ceiling().perSecond(), measured.ratio()));
                acknowledged.add(measured);
            }
            plan.rates().forEach(rate -> steady.add(steady(stage, rate, ceiling)));
        }
        progress.accept("sending " + plan.ticketRate() + " messages per second on their way to a ticket");
        var tickets = stage.tickets().measure(plan.ticketRate(), plan.time());
        return new Figures.Phase(stored, List.copyOf(acknowledged), List.copyOf(steady), tickets);
    }

    private Figures.Steady steady(Stage stage, int rate, Ceiling ceiling) {
        progress.accept("sending " + rate + " webhooks per second to the door, and then to the ceiling");
        var measured = stage.steady().measure(rate, plan.time(), ceiling.target());
        progress.accept("  p50 %.1f ms, p99 %.1f ms, CPU %.2f s per 1,000"
                .formatted(
                        measured.acknowledged().p50(), measured.acknowledged().p99(), measured.cpuSeconds()));
        return measured;
    }
}
