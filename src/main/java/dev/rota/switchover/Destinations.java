package dev.rota.switchover;

import dev.rota.assignment.Staff;
import dev.rota.desk.Company;
import dev.rota.desk.Overflow;
import dev.rota.desk.Queue;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Where conversations wait after a switchover: where the rules say, unless that queue is open and nobody of its teams is
 * at work; then where it overflows to, else in the fallback queue, if somebody is there.
 */
final class Destinations {

    private final Company company;
    private final Staff staff;

    Destinations(Snapshot snapshot, Staff staff) {
        this.company = snapshot.company();
        this.staff = staff;
    }

    Place of(OpenConversation one) {
        var next = one.next();
        var queue = next == null ? one.queue() : next.queue();
        if (staff.closed(queue) != null || staff.atWork(queue) > 0) {
            return new Place(queue, "");
        }
        return elsewhere(queue)
                .filter(other -> staff.closed(other) == null && staff.atWork(other) > 0)
                .findFirst()
                .map(other -> new Place(other, ", since nobody of queue " + queue + " is at work"))
                .orElseGet(() -> new Place(queue, ""));
    }

    private Stream<String> elsewhere(String queue) {
        var overflow = Stream.of(company.queue(queue))
                .map(Queue::overflow)
                .filter(Objects::nonNull)
                .map(Overflow::to);
        return Stream.concat(overflow, Stream.of(company.fallback()));
    }

    /**
     * A queue to wait in.
     *
     * @param note why it is not where the rules say, as the end of a sentence; empty when it is
     */
    record Place(String queue, String note) {}
}
