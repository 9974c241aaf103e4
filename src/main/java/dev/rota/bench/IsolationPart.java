package dev.rota.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToDoubleFunction;

/** Measures what a helpdesk that hangs costs the door and the others: the same in turns, with it and without. */
final class IsolationPart {

    private static final int ROUNDS = 3;

    /** As many places as it has in the bench's company. */
    private static final int PLACES = 32;

    /** Far below the adapter's time-out: all that time nothing is heard of it. */
    private static final Duration LONGEST = Duration.ofSeconds(8);

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(10);

    private final Helpdesks helpdesks;
    private final Duties duties;
    private final DeliveryPart deliveries;
    private final TicketPart tickets;

    IsolationPart(Helpdesks helpdesks, Duties duties, DeliveryPart deliveries, TicketPart tickets) {
        this.helpdesks = helpdesks;
        this.duties = duties;
        this.deliveries = deliveries;
        this.tickets = tickets;
    }

    /**
     * Measures.
     *
     * @param count deliveries to a helpdesk that answers at once, each time
     * @param rate messages per second through the door
     * @param time how long they come
     */
    Figures.Isolated measure(int count, int rate, Duration time) {
        var each = time.compareTo(LONGEST) > 0 ? LONGEST : time;
        var calm = new ArrayList<Figures.Beside>();
        var hangs = new ArrayList<Figures.Beside>();
        var held = 0;
        for (var round = 0; round < ROUNDS; round++) {
            calm.add(beside(count, rate, each));
            helpdesks.hang();
            duties.store(Helpdesks.HANGING, 2 * PLACES);
            duties.due(Helpdesks.HANGING);
            awaitHanging();
            hangs.add(beside(count, rate, each));
            held = Math.max(held, helpdesks.hanging());
            helpdesks.letGo();
            deliveries.drain();
        }
        return new Figures.Isolated(held, ROUNDS, median(calm), median(hangs));
    }

    private Figures.Beside beside(int count, int rate, Duration time) {
        var perSecond = deliveries.once(Helpdesks.INSTANT, count);
        var way = tickets.measure(rate, time);
        return new Figures.Beside(
                perSecond, way.acknowledged().p50(), way.arrived().p50(), way.errors() + way.sent() - way.tickets());
    }

    private void awaitHanging() {
        var start = System.nanoTime();
        while (helpdesks.hanging() < PLACES && System.nanoTime() - start < PATIENCE.toNanos()) {
            LockSupport.parkNanos(PAUSE);
        }
    }

    private static Figures.Beside median(List<Figures.Beside> all) {
        return new Figures.Beside(
                median(all, Figures.Beside::perSecond),
                median(all, Figures.Beside::acknowledged),
                median(all, Figures.Beside::arrived),
                all.stream().mapToLong(Figures.Beside::errors).sum());
    }

    private static double median(List<Figures.Beside> all, ToDoubleFunction<Figures.Beside> figure) {
        return all.stream().mapToDouble(figure).sorted().toArray()[all.size() / 2];
    }
}
