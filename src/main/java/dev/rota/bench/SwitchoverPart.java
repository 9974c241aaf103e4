package dev.rota.bench;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** Measures a switchover at which everything that one shift's people have goes to the next one's, and back by undoing. */
final class SwitchoverPart {

    /** As many places as either shift has. */
    static final int SIZE = 500;

    private static final int ROUNDS = 3;
    private static final String CALENDAR = "floor";
    private static final Duration AHEAD = Duration.ofMinutes(2);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Operator operator;
    private final Crowd crowd;
    private final Backlog backlog;
    private final Clock clock;
    private final Samples rehearsed = new Samples();
    private final Samples made = new Samples();
    private final Samples undone = new Samples();
    private long errors;

    SwitchoverPart(Operator operator, Crowd crowd, Backlog backlog, Clock clock) {
        this.operator = operator;
        this.crowd = crowd;
        this.backlog = backlog;
        this.clock = clock;
    }

    Figures.Switched measure() {
        crowd.join(SIZE);
        if (!crowd.awaitAllOwned(PATIENCE)) {
            throw new IllegalStateException("the people of the floor were not given " + SIZE + " conversations");
        }
        var from = crowd.ownedBy("early") == SIZE ? "early" : "late";
        var to = from.equals("early") ? "late" : "early";
        for (int round = 0; round < ROUNDS; round++) {
            backlog.drain(PATIENCE);
            round(from, to);
        }
        backlog.drain(PATIENCE);
        return new Figures.Switched(SIZE, ROUNDS, errors, rehearsed.latency(), made.latency(), undone.latency());
    }

    private void round(String from, String to) {
        var wanted = Map.<String, Object>of(
                "at",
                clock.instant().plus(AHEAD).toString(),
                "calendar",
                CALENDAR,
                "from",
                from,
                "to",
                to,
                "policy",
                "handOver",
                "reason",
                "the bench measures it");
        var path = "/api/switchovers/"
                + operator.post("/api/switchovers", wanted).path("id").asText();
        time(rehearsed, () -> operator.get(path));
        time(made, () -> operator.post(path + "/run", Map.of()));
        errors += SIZE - crowd.ownedBy(to);
        time(undone, () -> operator.post(path + "/undo", Map.of()));
        errors += SIZE - crowd.ownedBy(from);
    }

    private static void time(Samples samples, Runnable command) {
        var start = System.nanoTime();
        command.run();
        samples.add(System.nanoTime() - start, true);
    }
}
