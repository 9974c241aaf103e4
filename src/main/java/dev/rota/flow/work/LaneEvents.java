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

    public LaneEvents(Lanes lanes) {
        this.lanes = lanes;
    }

    @Override
    public void start(Function<Event, CompletableFuture<Object>> work) {
        // A route ends with whatever stands in its body, and lanes wait for nothing but the end.
        lanes.start(event -> work.apply(event).thenRun(() -> {}));
    }

    @Override
    public void stop() {
        lanes.stop(PATIENCE);
    }
}
