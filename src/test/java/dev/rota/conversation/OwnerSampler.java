package dev.rota.conversation;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** Looks again and again at who has what, and writes down each conversation in progress that has not exactly one owner. */
final class OwnerSampler implements AutoCloseable {

    private static final String ODD =
            """
            SELECT c.id || ' of ' || coalesce(c.owner, '-') || ' has ' || count(a.agent)
            FROM conversation c LEFT JOIN assignment a
                ON a.conversation = c.id AND a.to_at IS NULL AND a.agent = c.owner AND a.epoch = c.epoch
            WHERE c.status = 'in_progress' GROUP BY c.id, c.owner HAVING count(a.agent) <> 1
            """;

    private final Desk desk;
    private final List<String> odd = new CopyOnWriteArrayList<>();
    private final AtomicInteger samples = new AtomicInteger();
    private final Thread thread = new Thread(this::look, "owner-sampler");

    OwnerSampler(Desk desk) {
        this.desk = desk;
    }

    void start() {
        thread.start();
        awaitSample();
    }

    /** Waits until it has looked once more from beginning to end. */
    void awaitSample() {
        var seen = samples.get();
        Awaitility.await().until(() -> samples.get() > seen + 1);
    }

    List<String> stop() throws InterruptedException {
        awaitSample();
        thread.interrupt();
        thread.join();
        return odd;
    }

    private void look() {
        while (!Thread.currentThread().isInterrupted()) {
            odd.addAll(desk.jdbc.sql(ODD).query(String.class).list());
            samples.incrementAndGet();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
