package dev.rota.whatsapp;

import dev.rota.desk.Company;
import dev.rota.desk.Copy;
import dev.rota.desk.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Copies webhooks for the systems that numbers forward to. A copy is an event like the others: stored in their commit,
 * known when it comes again, and on its way only after Meta has its answer.
 */
final class Copies {

    /** The downstream that each number forwards to, by the number's id. */
    private final Supplier<Map<String, String>> forwards;

    Copies(Supplier<Map<String, String>> forwards) {
        this.forwards = forwards;
    }

    /** The copies that a company's numbers ask for. */
    static Copies of(Supplier<Company> company) {
        return new Copies(() -> forwards(company.get()));
    }

    /** The events of a body, and one more for each system that any of them goes on to. */
    List<Event> added(SignedBody signed, List<Event> events) {
        var asked = forwards.get();
        if (asked.isEmpty()) {
            return events;
        }
        var copies = new LinkedHashMap<String, Event>();
        for (var event : events) {
            var forward = asked.get(event.number());
            if (forward != null && !copies.containsKey(forward)) {
                copies.put(forward, copy(signed, event));
            }
        }
        var all = new ArrayList<>(events);
        all.addAll(copies.values());
        return all;
    }

    private static Event copy(SignedBody signed, Event event) {
        var body = signed.bytes();
        var number = event.number();
        var key =
                Fingerprint.of(Kinds.COPY).and(number).and(body, 0, body.length).keyBeside(event.key());
        var stored = new Copy(signed.signature(), body).stored();
        return new Event(0, key, Kinds.COPY, Fingerprint.lane(key), number, signed.receivedAt(), stored);
    }

    private static Map<String, String> forwards(Company company) {
        var forwards = new HashMap<String, String>();
        for (var number : company.numbers().values()) {
            var forward = number.forward();
            if (forward != null) {
                forwards.put(number.id(), forward);
            }
        }
        return forwards;
    }
}
