package dev.rota.flow;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts who is using something that may be replaced, and ends it when it is replaced and the last one has left. */
public final class Uses {

    /** The offer counts as one. */
    private final AtomicInteger count = new AtomicInteger(1);

    private final AtomicBoolean replaced = new AtomicBoolean();
    private final Runnable end;

    /** @param end runs once, on the thread that leaves last */
    public Uses(Runnable end) {
        this.end = end;
    }

    /** Begins a use, which must {@link #leave}; false from the replacement on, else those who come could keep it for ever. */
    public boolean enter() {
        return !replaced.get() && count.getAndUpdate(users -> users == 0 ? 0 : users + 1) > 0;
    }

    /** Ends a use. */
    public void leave() {
        if (count.decrementAndGet() == 0) {
            end.run();
        }
    }

    /** Takes the offer back. Uses that have begun go on. */
    public void replace() {
        if (replaced.compareAndSet(false, true)) {
            leave();
        }
    }
}
