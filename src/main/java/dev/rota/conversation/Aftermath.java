package dev.rota.conversation;

import dev.rota.desk.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What comes of many steps in one transaction: what waits then is handed out, and of each conversation the end is told. */
final class Aftermath {

    private final Drain drain;
    private final Telling telling;

    Aftermath(Drain drain, Telling telling) {
        this.drain = drain;
        this.telling = telling;
    }

    /** Holds the queues and people of whom the steps, and what comes of them, will change something. */
    void hold(List<Change> steps) {
        drain.hold(queues(steps), Affected.formerOwners(steps));
    }

    /** Hands out what waits after steps that have been made, tells of all, and gives each conversation's last step. */
    Map<Long, Change> tell(List<Change> steps) {
        var last = new LinkedHashMap<Long, Change>();
        Stream.concat(steps.stream(), drain.drain(queues(steps)).stream())
                .forEach(step -> last.put(step.conversation(), step));
        telling.tell(last.values(), Map.of());
        return last;
    }

    private static List<String> queues(List<Change> steps) {
        return steps.stream()
                .filter(step -> step.status() == Status.WAITING)
                .map(Change::queue)
                .distinct()
                .toList();
    }
}
