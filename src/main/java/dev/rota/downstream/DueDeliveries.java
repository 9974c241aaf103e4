package dev.rota.downstream;

import dev.rota.desk.Backoff;
import dev.rota.desk.Company;
import dev.rota.desk.DeliveryOutcome;
import dev.rota.desk.Dispatch;
import dev.rota.desk.Gathering;
import dev.rota.desk.GroupCommit;
import dev.rota.desk.TryAgain;
import dev.rota.desk.WorkSource;
import dev.rota.desk.WorkThreads;
import dev.rota.downstream.Circuits.Probe;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Hands out due deliveries: one claimer takes leases, the work runs side by side, each downstream within its own number
 * of places, so that a slow one costs no other anything.
 */
public final class DueDeliveries implements WorkSource<Dispatch, DeliveryOutcome>, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DueDeliveries.class);
    private static final long WRITE_AGAIN_AFTER_MS = 250;
    private static final int LARGEST_GROUP = 256;
    private static final DeliveryOutcome SUPERSEDED = new DeliveryOutcome.Delivered(null, null, "superseded");

    private final Leases leases;
    private final Abandoned abandoned;
    private final Circuits circuits;
    private final Overdue overdue;
    private final Supplier<Company> company;
    private final Backoff backoff;
    private final Clock clock;
    private final GroupCommit<Settlement> settlements;
    private final Stir stir = new Stir();
    private final Map<Channel, Semaphore> places = new HashMap<>();
    private @Nullable Thread claimer;

    DueDeliveries(
            Leases leases,
            Abandoned abandoned,
            Circuits circuits,
            Overdue overdue,
            Settling settling,
            Supplier<Company> company,
            Backoff backoff,
            Gathering gathering,
            Clock clock) {
        this.leases = leases;
        this.abandoned = abandoned;
        this.circuits = circuits;
        this.overdue = overdue;
        this.company = company;
        this.backoff = backoff;
        this.clock = clock;
        this.settlements =
                new GroupCommit<>(WorkThreads.named("rota-settlements"), LARGEST_GROUP, gathering, settling::settle);
    }

    /** Something became due for these downstreams. */
    void stir(Collection<String> downstreams) {
        stir.on(downstreams);
    }

    /** Something may be due anywhere. */
    void stir() {
        stir.everywhere();
    }

    @Override
    public synchronized void start(Function<Dispatch, CompletableFuture<DeliveryOutcome>> work) {
        settlements.start();
        var thread = WorkThreads.named("rota-deliveries").newThread(() -> claim(work));
        thread.start();
        claimer = thread;
    }

    @Override
    public synchronized void stop() {
        if (claimer != null) {
            claimer.interrupt();
        }
    }

    @Override
    public void close() {
        stop();
        settlements.close();
    }

    private void claim(Function<Dispatch, CompletableFuture<DeliveryOutcome>> work) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                if (!claimOnce(work)) {
                    stir.await();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes what there is a place for; true when there may be more at once. */
    private boolean claimOnce(Function<Dispatch, CompletableFuture<DeliveryOutcome>> work) {
        var more = false;
        try {
            follow(Channel.of(company.get()));
            abandoned.settle(places.keySet());
            var look = stir.look();
            for (var place : places.entrySet()) {
                if (look.test(place.getKey().downstream())) {
                    more |= claimFor(place.getKey(), place.getValue(), work);
                }
            }
        } catch (DataAccessException | TransactionException e) {
            log.warn("deliveries wait: the database is away ({})", e.getClass().getSimpleName());
            return false;
        }
        return more;
    }

    private boolean claimFor(
            Channel channel, Semaphore free, Function<Dispatch, CompletableFuture<DeliveryOutcome>> work) {
        var most = Math.min(free.availablePermits(), channel.atOnce());
        if (most == 0) {
            return false;
        }
        if (circuits.isOpen(channel.downstream())) {
            circuits.probe(channel.downstream()).ifPresent(probe -> tryWith(probe, channel, free, work));
            return false;
        }
        var taken = leases.take(channel, most);
        taken.forEach(dispatch -> bring(dispatch, null, free, work));
        if (taken.size() < most) {
            return false;
        }
        stir.on(Set.of(channel.downstream()));
        return true;
    }

    private void tryWith(
            Probe probe, Channel channel, Semaphore free, Function<Dispatch, CompletableFuture<DeliveryOutcome>> work) {
        overdue.park(channel);
        var taken = leases.take(channel, 1);
        if (taken.stream().allMatch(Dispatch::superseded)) {
            circuits.unused(probe);
        }
        taken.forEach(dispatch -> bring(dispatch, probe, free, work));
    }

    /** Serves the channels that the company has now; one whose limits have changed begins with free places. */
    private void follow(Set<Channel> channels) {
        if (!places.keySet().equals(channels)) {
            leases.enrol(channels);
            places.keySet().retainAll(channels);
            channels.forEach(channel -> places.putIfAbsent(channel, new Semaphore(channel.parallel())));
        }
    }

    private void bring(
            Dispatch dispatch,
            @Nullable Probe probe,
            Semaphore free,
            Function<Dispatch, CompletableFuture<DeliveryOutcome>> work) {
        if (dispatch.superseded()) {
            settle(Settlement.of(dispatch, SUPERSEDED, clock.instant(), backoff));
            return;
        }
        free.acquireUninterruptibly();
        var unused = work.apply(dispatch)
                .exceptionally(failure -> new DeliveryOutcome.Retry(
                        "the adapter failed: " + failure.getClass().getSimpleName(), null))
                .thenAccept(outcome -> {
                    circuits.heard(dispatch.downstream(), probe, outcome);
                    settle(Settlement.of(dispatch, outcome, clock.instant(), backoff));
                    free.release();
                    stir.on(Set.of(dispatch.downstream()));
                });
    }

    /** An outcome that can't be written now is written later: what the downstream did is not known anywhere else. */
    private void settle(Settlement settlement) {
        var unused = settlements.add(settlement).whenComplete((done, failure) -> {
            if (failure == null || failure instanceof TryAgain) {
                stir.on(Set.of(settlement.dispatch().downstream())); // the next of its conversation may go
            } else {
                log.warn(
                        "the outcome of {} is written later ({})",
                        settlement.dispatch(),
                        failure.getClass().getSimpleName());
                CompletableFuture.delayedExecutor(WRITE_AGAIN_AFTER_MS, TimeUnit.MILLISECONDS)
                        .execute(() -> settle(settlement));
            }
        });
    }
}
