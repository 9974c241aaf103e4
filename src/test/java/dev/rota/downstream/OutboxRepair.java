package dev.rota.downstream;

import dev.rota.downstream.back.CallbacksRepair;
import dev.rota.downstream.back.ParkedCallbacks;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was given up, with no engine that would do it again; it remembers who was called. */
public final class OutboxRepair {

    private final List<String> stirred = new CopyOnWriteArrayList<>();
    private final AtomicInteger woken = new AtomicInteger();
    private final ParkedDeliveries deliveries;
    private final ParkedCallbacks callbacks;

    public OutboxRepair(JdbcClient jdbc, Clock clock) {
        deliveries = new ParkedDeliveries(jdbc, clock, stirred::addAll);
        callbacks = CallbacksRepair.of(jdbc, clock, woken::incrementAndGet);
    }

    public ParkedDeliveries deliveries() {
        return deliveries;
    }

    public ParkedCallbacks callbacks() {
        return callbacks;
    }

    public List<String> stirred() {
        return stirred;
    }

    public int woken() {
        return woken.get();
    }
}
