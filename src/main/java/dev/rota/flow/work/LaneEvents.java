package dev.rota.flow.work;

import dev.rota.desk.Event;
import dev.rota.desk.WorkSource;
import dev.rota.journal.Lanes;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** The events of the journal's lanes, as work for a route. */
public final class LaneEvents implements WorkSource<Event, Object> {

    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Lanes lanes;
    private final StatusEvents statuses;

    /** @param statuses takes the statuses, which need not go one by one */
    public LaneEvents(Lanes lanes, StatusEvents statuses) {
        this.lanes = lanes;
        this.statuses = statuses;
    }

    @Override
    public void start(Function<Event, CompletableFuture<Object>> work) {
        // A route ends with whatever stands in its body, and lanes wait for nothing but the end.
        lanes.start(event ->
                event.isStatus() ? statuses.add(event) : work.apply(event).thenRun(() -> {}));
    }

    @Override
    public void stop() {
        lanes.stop(PATIENCE);
    }
}
