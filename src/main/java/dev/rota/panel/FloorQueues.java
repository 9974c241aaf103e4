package dev.rota.panel;

import dev.rota.conversation.Floor.Counted;
import dev.rota.conversation.Floor.OfQueue;
import dev.rota.conversation.Floor.Scope;
import dev.rota.desk.Company;
import dev.rota.desk.Queue;
import dev.rota.desk.Viewer;
import dev.rota.panel.FloorView.NextEdge;
import dev.rota.panel.FloorView.QueueLine;
import dev.rota.shift.Edge;
import dev.rota.shift.Effect;
import dev.rota.shift.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The queues of the floor. */
record FloorQueues(
        Company company,
        Scope scope,
        FloorTimes times,
        FloorPeople people,
        Map<String, Instant> pausedUntil,
        Viewer viewer) {

    private static final Duration AHEAD = Duration.ofDays(1);

    List<QueueLine> of(Counted counted, List<String> names) {
        var edges = company.timetable().edges(times.now(), times.now().plus(AHEAD));
        return names.stream()
                .map(company::queue)
                .map(queue -> line(queue, counted.queues().getOrDefault(queue.name(), OfQueue.EMPTY), edges))
                .toList();
    }

    private QueueLine line(Queue queue, OfQueue now, List<Edge> edges) {
        var serving = company.agents().values().stream()
                .filter(agent -> queue.teams().contains(agent.team()))
                .toList();
        var effect = company.timetable().effectOnQueue(queue.name(), queue.hours(), times.now());
        var open = effect.state().equals(Effect.OPEN);
        var paused = pausedUntil.get(queue.name());
        var links = new FloorLinks(scope);
        var filter = "queue:" + queue.name();
        return new QueueLine(
                queue.name(),
                queue.title(),
                now.waiting(),
                times.age(now.since()),
                now.inProgress(),
                people.onShift(serving),
                people.free(serving),
                edge(queue, edges),
                now.measured() == 0 ? null : 100 * (now.measured() - now.late()) / now.measured(),
                paused != null ? "paused" : open ? "open" : effect.rule() == Rule.OVERRIDE ? "stopped" : "closed",
                paused != null ? times.hour(paused) : open ? null : opening(queue),
                PauseController.mayPause(viewer) ? "/floor/queues/" + queue.name() + "/pause" : null,
                links.list(Tab.WAITING, filter),
                links.list(Tab.TEAM, filter));
    }

    private @Nullable String opening(Queue queue) {
        return times.hour(company.timetable()
                .nextOpening(queue.name(), queue.hours(), times.now())
                .orElse(null));
    }

    private @Nullable NextEdge edge(Queue queue, List<Edge> edges) {
        return edges.stream()
                .filter(edge -> Objects.equals(edge.calendar(), queue.hours()))
                .findFirst()
                .map(edge -> new NextEdge(
                        times.hour(edge.at(), company.timetable().zone(edge.calendar())),
                        edge.ending(),
                        edge.beginning()))
                .orElse(null);
    }
}
