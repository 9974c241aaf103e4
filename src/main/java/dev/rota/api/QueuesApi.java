package dev.rota.api;

import dev.rota.conversation.Page;
import dev.rota.conversation.Workload;
import dev.rota.conversation.Workload.Backlog;
import dev.rota.desk.Company;
import dev.rota.desk.Queue;
import dev.rota.desk.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The queues that the caller's teams serve, and what is in them now. */
@RestController
class QueuesApi {

    private final Supplier<Company> company;
    private final Workload workload;
    private final Clock clock;

    QueuesApi(Supplier<Company> company, Workload workload, Clock clock) {
        this.company = company;
        this.workload = workload;
        this.clock = clock;
    }

    @GetMapping("/api/queues")
    Page<QueueState> list(@AuthenticationPrincipal Viewer viewer) {
        var now = company.get();
        var visible = viewer.role().seesAll() ? now.queues().keySet() : now.queuesOf(viewer.teams());
        var backlogs = workload.backlogByQueue();
        var items = now.queues().values().stream()
                .filter(queue -> visible.contains(queue.name()))
                .sorted(Comparator.comparing(Queue::name))
                .map(queue -> state(now, queue, backlogs.getOrDefault(queue.name(), Backlog.EMPTY)))
                .toList();
        return new Page<>(items, null);
    }

    private QueueState state(Company now, Queue queue, Backlog backlog) {
        var at = clock.instant();
        var open = now.timetable().open(queue.name(), queue.hours(), at);
        var opensAt = open
                ? null
                : now.timetable().nextOpening(queue.name(), queue.hours(), at).orElse(null);
        return new QueueState(
                queue.name(),
                queue.title(),
                queue.teams().stream().sorted().toList(),
                open,
                opensAt,
                backlog.waiting(),
                backlog.inProgress(),
                backlog.oldestWaitingSince());
    }

    /**
     * A queue now.
     *
     * @param open whether it is within its hours
     * @param opensAt when it opens next; null when it is open, or closed for a year
     */
    record QueueState(
            String name,
            String title,
            List<String> teams,
            boolean open,
            @Nullable Instant opensAt,
            int waiting,
            int inProgress,
            @Nullable Instant oldestWaitingSince) {}
}
