package dev.rota.downstream.back;

import dev.rota.desk.Company;
import dev.rota.desk.DeliveryOutcome;
import dev.rota.desk.DeliveryOutcome.Closed;
import dev.rota.desk.DeliveryOutcome.Refused;
import dev.rota.desk.DeliveryOutcome.Retry;
import dev.rota.desk.Downstream;
import dev.rota.desk.WorkSource;
import dev.rota.desk.WorkThreads;
import dev.rota.downstream.Undelivered;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Hands out the looks at downstreams that have to be asked, each when it is time and on one engine. */
public final class DuePolls implements WorkSource<Poll, Object>, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DuePolls.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final Polls polls;
    private final Supplier<Company> company;
    private final Set<String> inWork = ConcurrentHashMap.newKeySet();
    private final Set<String> failing = ConcurrentHashMap.newKeySet();
    private @Nullable ScheduledExecutorService looks;

    DuePolls(Polls polls, Supplier<Company> company) {
        this.polls = polls;
        this.company = company;
    }

    @Override
    public synchronized void start(Function<Poll, CompletableFuture<Object>> work) {
        var executor = Executors.newSingleThreadScheduledExecutor(WorkThreads.named("rota-polls"));
        var unused = executor.scheduleWithFixedDelay(() -> look(work), 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        looks = executor;
    }

    @Override
    public synchronized void stop() {
        if (looks != null) {
            looks.shutdownNow();
        }
    }

    @Override
    public void close() {
        stop();
    }

    private void look(Function<Poll, CompletableFuture<Object>> work) {
        try {
            for (var downstream : company.get().downstreams().values()) {
                var every = every(downstream);
                if (every != null && inWork.add(downstream.name())) {
                    ask(downstream.name(), every, work);
                }
            }
        } catch (DataAccessException e) {
            log.debug(
                    "nobody is asked for news: the database is away ({})",
                    e.getClass().getSimpleName());
        }
    }

    private static @Nullable Duration every(Downstream downstream) {
        var back = downstream.back();
        return back == null || back.polls() == null ? null : back.polls().every();
    }

    private void ask(String name, Duration every, Function<Poll, CompletableFuture<Object>> work) {
        try {
            var poll = polls.claim(name, every);
            if (poll.isPresent()) {
                var unused = work.apply(poll.get()).whenComplete((done, failure) -> {
                    ended(name, failure);
                    inWork.remove(name);
                });
                return;
            }
        } catch (DataAccessException e) {
            inWork.remove(name);
            throw e;
        }
        inWork.remove(name);
    }

    /** Says it once, and once that it is over: the cursor has not moved, so nothing is missed meanwhile. */
    private void ended(String downstream, @Nullable Throwable failure) {
        if (failure == null && failing.remove(downstream)) {
            log.info("{} is asked for news again", downstream);
        } else if (failure != null && failing.add(downstream)) {
            log.warn("{} could not be asked for news: {}", downstream, sentence(failure));
        }
    }

    /** A sentence of ours; of others the class alone, since it may quote what was said. */
    private static String sentence(Throwable failure) {
        for (var each = failure; each != null; each = each.getCause()) {
            if (each instanceof NotNews) {
                return String.valueOf(each.getMessage());
            }
            if (each instanceof Undelivered undelivered) {
                return "it " + reason(undelivered.outcome());
            }
        }
        return failure.getClass().getSimpleName();
    }

    private static String reason(DeliveryOutcome outcome) {
        if (outcome instanceof Retry retry) {
            return retry.reason();
        }
        if (outcome instanceof Closed closed) {
            return closed.reason();
        }
        return outcome instanceof Refused refused ? refused.reason() : "did not say what it did";
    }
}
