package dev.rota.flow.work;

import dev.rota.desk.Event;
import dev.rota.desk.WorkSource;
import dev.rota.journal.Lanes;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** The events of the journal's lanes, as work for a route. */
public final class LaneEvents implements WorkSource<Event, Void> {

    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Lanes lanes;

    public LaneEvents(Lanes lanes) {
        this.lanes = lanes;
    }

    @Override
    public void start(Function<Event, CompletableFuture<Void>> work) {
        lanes.start(work);
    }

    @Override
    public void stop() {
        lanes.stop(PATIENCE);
    }
}
