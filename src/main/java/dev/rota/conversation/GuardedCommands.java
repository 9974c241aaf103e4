package dev.rota.conversation;

import dev.rota.desk.Status;
import dev.rota.desk.Viewer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** Carries out what people do with a conversation: one transaction each, guarded by the epoch that they saw. */
final class GuardedCommands implements Commands {

    private final TransactionTemplate transaction;
    private final Guard guard;
    private final Changes changes;
    private final Telling telling;
    private final Fence fence;
    private final Replies replies;
    private final Drainer drainer;
    private final Steps steps;

    GuardedCommands(
            TransactionTemplate transaction,
            Guard guard,
            Changes changes,
            Telling telling,
            Fence fence,
            Replies replies,
            Drainer drainer,
            Steps steps) {
        this.transaction = transaction;
        this.guard = guard;
        this.changes = changes;
        this.telling = telling;
        this.fence = fence;
        this.replies = replies;
        this.drainer = drainer;
        this.steps = steps;
    }

    @Override
    public void claim(long conversation, int epoch, Viewer by) {
        change(conversation, epoch, by, held -> {
            guard.is(held, Status.WAITING, "claimed");
            return steps.given(held, guard.servingAgent(by.name(), held), by, by.title() + " took it");
        });
    }

    @Override
    public void assign(long conversation, int epoch, String agent, @Nullable String reason, Viewer by) {
        change(conversation, epoch, by, held -> steps.assigned(held, agent, reason == null ? "" : reason, by));
    }

    @Override
    public void release(long conversation, int epoch, Viewer by) {
        change(conversation, epoch, by, held -> steps.released(held, "", by));
    }

    @Override
    public void move(long conversation, int epoch, String queue, Viewer by) {
        change(conversation, epoch, by, held -> steps.moved(held, queue, "", by));
    }

    @Override
    public void close(long conversation, int epoch, Viewer by) {
        change(conversation, epoch, by, held -> {
            guard.mayHandle(held, by);
            guard.isOpen(held, "closed");
            return steps.taken(held, "closed", Status.CLOSED, held.queue(), by, by.title() + " closed it");
        });
    }

    @Override
    public void reopen(long conversation, int epoch, Viewer by) {
        change(conversation, epoch, by, held -> {
            guard.works(by);
            guard.is(held, Status.CLOSED, "reopened");
            return steps.taken(held, "reopened", Status.WAITING, held.queue(), by, by.title() + " reopened it");
        });
    }

    @Override
    public long reply(long conversation, Answering answer, Viewer by) {
        return within(() -> {
            var message = replies.write(fence.pass(conversation, answer, by), answer, by);
            telling.tell(List.of(), Map.of(message, conversation));
            return message;
        });
    }

    private void change(long conversation, int epoch, Viewer by, Function<Held, Change> command) {
        var change = within(() -> {
            var step = command.apply(guard.hold(conversation, epoch, by));
            changes.apply(List.of(step));
            telling.tell(List.of(step), Map.of());
            return step;
        });
        drainer.drainAfter(change);
    }

    private <T> T within(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
