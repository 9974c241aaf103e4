package dev.rota.journal;

import dev.rota.desk.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

/** The events of one commit: each once, in the order they came, with how often each came. */
final class Group {

    private final List<Event> events = new ArrayList<>();
    private final List<Integer> times = new ArrayList<>();
    private final HashMap<UUID, Integer> places = new HashMap<>();

    static Group of(List<Submission> submissions) {
        var group = new Group();
        submissions.forEach(submission -> submission.events().forEach(group::add));
        return group;
    }

    static Group of(Event event) {
        var group = new Group();
        group.add(event);
        return group;
    }

    private void add(Event event) {
        var place = places.putIfAbsent(event.key(), events.size());
        if (place != null) {
            times.set(place, times.get(place) + 1);
            return;
        }
        events.add(event);
        times.add(1);
    }

    List<Event> events() {
        return events;
    }

    List<Integer> times() {
        return times;
    }
}
