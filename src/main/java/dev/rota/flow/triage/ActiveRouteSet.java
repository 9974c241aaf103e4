package dev.rota.flow.triage;

import dev.rota.inquiry.Inquiry;
import dev.rota.routing.Decision;
import dev.rota.routing.Triage;

/** The route set that decides now; each decision is made by one set from its first rule to its last. */
public final class ActiveRouteSet implements Triage, AutoCloseable {

    private volatile RouteSet active;

    ActiveRouteSet(RouteSet first) {
        this.active = first;
    }

    @Override
    public Decision decide(Inquiry inquiry) {
        return active.decide(inquiry);
    }

    /** The content hash of the set that decides now. */
    public String hash() {
        return active.hash();
    }

    /**
     * Lets another set decide from now on.
     *
     * @return the one before, to be closed when the decisions that it has begun are over
     */
    public synchronized RouteSet swap(RouteSet next) {
        var previous = active;
        active = next;
        return previous;
    }

    @Override
    public void close() {
        active.close();
    }
}
