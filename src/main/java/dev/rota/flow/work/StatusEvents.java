package dev.rota.flow.work;

import dev.rota.desk.Event;
import dev.rota.desk.Gathering;
import dev.rota.desk.GroupCommit;
import dev.rota.desk.WorkSource;
import dev.rota.desk.WorkThreads;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * The news of our messages from all lanes, as work for a route, many at a time: three of four webhooks bring some, a
 * message's status only climbs in whatever order it comes, and one by one they would cost more than they are worth.
 */
public final class StatusEvents implements WorkSource<List<Event>, Object> {

    private static final int LARGEST_GROUP = 256;

    private final GroupCommit<Event> groups;
    private final Runnable before;
    private volatile Function<List<Event>, CompletableFuture<Object>> route =
            events -> CompletableFuture.failedFuture(new IllegalStateException("no route takes the statuses"));

    /** @param before runs before each group is handed out */
    public StatusEvents(Runnable before, Gathering gathering) {
        this.before = before;
        this.groups = new GroupCommit<>(WorkThreads.named("rota-statuses"), LARGEST_GROUP, gathering, this::send);
    }

    /** Puts an event into the next group; the future ends with the group, or with the event's own failure. */
    CompletableFuture<Void> add(Event event) {
        return groups.add(event);
    }

    @Override
    public void start(Function<List<Event>, CompletableFuture<Object>> work) {
        route = work;
        groups.start();
    }

    @Override
    public void stop() {
        groups.close();
    }

    private void send(List<Event> events) {
        before.run();
        route.apply(events).join();
    }
}
