package dev.rota.assignment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;

/**
 * Hands out what waits in a queue: whoever has waited longest within priority first, and what nobody can take now holds
 * up nothing behind it.
 */
public final class Handing {

    private Handing() {}

    /**
     * Goes along the line as long as somebody of the queue has room.
     *
     * @param staff knows afterwards what they were given
     * @param line what waits, in order; read no further than there is room
     */
    public static Handed handOut(String queue, Staff staff, Iterator<Waiting> line) {
        var closed = staff.closed(queue);
        var given = new ArrayList<Handed.Given>();
        var waits = new HashMap<Long, String>();
        while (closed == null && staff.places(queue) > 0 && line.hasNext()) {
            var waiting = line.next();
            var question = staff.question(queue, waiting);
            var outcome = question.answer();
            if (outcome instanceof Outcome.Assigned assigned) {
                staff.take(assigned.agent(), queue);
                given.add(new Handed.Given(question, assigned));
            } else if (outcome instanceof Outcome.Waits reason) {
                waits.put(waiting.conversation(), reason.reason());
            }
        }
        return new Handed(given, waits, closed == null ? staff.full(queue) : closed);
    }
}
