package dev.rota.bench;

import java.time.Duration;

/** Measures the door and its ceiling in turns, over the same number of connections. */
final class AcknowledgedPart {

    private static final int TURNS = 2;
    private static final int WARM_UP_PER_SECOND = 10_000;
    private static final int SMALLEST_STOCK = 1_000;
    private static final int LARGEST_STOCK = 100_000; // about 80 MB
    private static final double SURPLUS = 1.5;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Target door;
    private final Target ceiling;
    private final Webhooks webhooks;
    private final Backlog backlog;
    private final Processor processor;
    private final Duration turn;

    AcknowledgedPart(
            Target door, Target ceiling, Webhooks webhooks, Backlog backlog, Processor processor, Duration time) {
        this.door = door;
        this.ceiling = ceiling;
        this.webhooks = webhooks;
        this.backlog = backlog;
        this.processor = processor;
        this.turn = time.dividedBy(TURNS);
    }

    Figures.Acknowledged measure(int connections) {
        var loop = new ClosedLoop(connections);
        var doorStock = warmUp(loop, door);
        backlog.drain(PATIENCE);
        var ceilingStock = warmUp(loop, ceiling);
        var doorRounds = new Rounds();
        var ceilingRounds = new Rounds();
        var behind = new Figures.Drained(true, 0, 0, 0);
        var cpu = Duration.ZERO;
        for (int played = 0; played < TURNS; played++) {
            var before = processor.used();
            loop.round(door, Stock.of(webhooks, doorStock), turn, doorRounds);
            behind = backlog.drain(PATIENCE); // else the ceiling would share the machine with the door's work
            cpu = cpu.plus(processor.used().minus(before));
            loop.round(ceiling, Stock.of(webhooks, ceilingStock), turn, ceilingRounds);
        }
        var ratio = ceilingRounds.perSecond() == 0 ? 0 : doorRounds.perSecond() / ceilingRounds.perSecond();
        return new Figures.Acknowledged(
                connections,
                doorRounds.speed(),
                ceilingRounds.speed(),
                ratio,
                Processor.secondsPerThousand(cpu, doorRounds.answered()),
                behind);
    }

    /** Posts for one turn that does not count, and tells how much stock the next one will need. */
    private int warmUp(ClosedLoop loop, Target target) {
        var rounds = new Rounds();
        loop.round(target, Stock.of(webhooks, stockFor(WARM_UP_PER_SECOND)), turn, rounds);
        return stockFor(SURPLUS * rounds.perSecond());
    }

    private int stockFor(double perSecond) {
        var needed = perSecond * turn.toMillis() / Duration.ofSeconds(1).toMillis();
        return (int) Math.min(LARGEST_STOCK, Math.max(needed, SMALLEST_STOCK));
    }
}
