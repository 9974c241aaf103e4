package dev.rota.bench;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;

/** What a run measures with: the engine under load, and everything around it. */
final class Stage {

    private static final int WARM_UP_CONNECTIONS = 64;
    private static final Duration BURST = Duration.ofSeconds(4);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Vertx vertx;
    private final BenchFolder folder;
    private final BenchDatabase database;
    private final BenchEngine engine;
    private final Helpdesks helpdesks;
    private final Webhooks webhooks;
    private final Backlog backlog;
    private final Processor processor;
    private final Clock clock;

    Stage(
            Vertx vertx,
            BenchFolder folder,
            BenchDatabase database,
            BenchEngine engine,
            Helpdesks helpdesks,
            Clock clock) {
        this.vertx = vertx;
        this.folder = folder;
        this.database = database;
        this.engine = engine;
        this.helpdesks = helpdesks;
        this.webhooks = new Webhooks(folder.numbers(), folder.secret(), clock);
        this.backlog = new Backlog(database.template());
        this.processor = new Processor(engine);
        this.clock = clock;
    }

    /** Puts the door under load and waits until the work behind it is done, again and again, so that both get warm. */
    void warmUp(Duration time) {
        var loop = new ClosedLoop(WARM_UP_CONNECTIONS);
        for (var end = System.nanoTime() + time.toNanos(); System.nanoTime() - end < 0; ) {
            loop.round(engine.door(), Stock.endless(webhooks), BURST, new Rounds());
            backlog.drain(PATIENCE);
        }
    }

    Ceiling ceiling() {
        return Ceiling.open(database.template(), folder.secret());
    }

    AcknowledgedPart acknowledged(Ceiling ceiling, Duration time) {
        return new AcknowledgedPart(engine.door(), ceiling.target(), webhooks, backlog, processor, time);
    }

    SteadyPart steady() {
        return new SteadyPart(vertx, engine.door(), webhooks, backlog, processor);
    }

    TicketPart tickets() {
        return new TicketPart(vertx, engine.door(), webhooks, helpdesks.arrivals(), backlog);
    }

    SwitchoverPart switchovers() {
        return new SwitchoverPart(operator(), crowd(), backlog, clock);
    }

    FreedPart freed() {
        return new FreedPart(operator(), crowd());
    }

    SearchPart searches() {
        return new SearchPart(operator(), new Chatter(database.template()));
    }

    DeliveryPart deliveries() {
        return new DeliveryPart(helpdesks, duties(), backlog);
    }

    IsolationPart isolation() {
        return new IsolationPart(helpdesks, duties(), deliveries(), tickets());
    }

    WatchPart watching() {
        var members = new Members(engine.desk(), operator());
        return new WatchPart(vertx, engine, members, webhooks, backlog, new Remains(database.template()));
    }

    private Duties duties() {
        return new Duties(database.template());
    }

    private Operator operator() {
        return new Operator(engine.desk(), folder.secret());
    }

    private Crowd crowd() {
        return new Crowd(database.template());
    }

    Loader loader() {
        return new Loader(database.template());
    }
}
