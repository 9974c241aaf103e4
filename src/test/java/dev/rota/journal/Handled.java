package dev.rota.journal;

import dev.rota.desk.Event;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** What was handled in effect, lane by lane, in order. */
final class Handled implements Consumer<Event> {

    private final Map<Integer, List<String>> byLane = new ConcurrentHashMap<>();

    @Override
    public void accept(Event event) {
        byLane.computeIfAbsent(event.lane(), lane -> new CopyOnWriteArrayList<>())
                .add(Events.text(event));
    }

    List<String> in(int lane) {
        return byLane.getOrDefault(lane, List.of());
    }

    int count() {
        return byLane.values().stream().mapToInt(List::size).sum();
    }
}
