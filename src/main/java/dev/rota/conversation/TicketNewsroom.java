package dev.rota.conversation;

import dev.rota.desk.Delivery.Kind;
import dev.rota.desk.NewsOutcome;
import dev.rota.desk.Newsroom;
import dev.rota.desk.Outgoing;
import dev.rota.desk.TicketNews;
import dev.rota.desk.TicketNews.Note;
import dev.rota.desk.TicketNews.Owner;
import dev.rota.desk.TicketNews.Reply;
import dev.rota.desk.TicketNews.Standing;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does in conversations what was done to their tickets. Nothing goes round: what a downstream tells is kept as brought to
 * it, what we wrote there carries our mark, and what stands so already is no step.
 */
final class TicketNewsroom implements Newsroom {

    /** What every message of ours carries in a downstream. */
    private static final Pattern OURS = Pattern.compile("\\brota-m-n?\\d+\\b");

    private final TransactionTemplate transaction;
    private final Ticketed ticketed;
    private final HeardNews heard;
    private final Echoes echoes;
    private final Guard guard;
    private final TicketSteps steps;
    private final TicketReplies replies;
    private final TicketNotes notes;
    private final Changes changes;
    private final Outgoing outgoing;
    private final Telling telling;
    private final Drainer drainer;

    TicketNewsroom(
            TransactionTemplate transaction,
            Ticketed ticketed,
            HeardNews heard,
            Echoes echoes,
            Guard guard,
            TicketSteps steps,
            TicketReplies replies,
            TicketNotes notes,
            Changes changes,
            Outgoing outgoing,
            Telling telling,
            Drainer drainer) {
        this.transaction = transaction;
        this.ticketed = ticketed;
        this.heard = heard;
        this.echoes = echoes;
        this.guard = guard;
        this.steps = steps;
        this.replies = replies;
        this.notes = notes;
        this.changes = changes;
        this.outgoing = outgoing;
        this.telling = telling;
        this.drainer = drainer;
    }

    @Override
    public NewsOutcome hear(TicketNews news) {
        var conversation = ticketed.find(news);
        if (conversation.isEmpty()) {
            return NewsOutcome.STRANGE;
        }
        try {
            var done = within(() -> take(conversation.get(), news));
            done.change().ifPresent(drainer::drainAfter);
            return done.outcome();
        } catch (Refusal refusal) {
            return within(() -> refuse(conversation.get(), news, String.valueOf(refusal.getMessage())));
        }
    }

    /** Whoever holds the conversation is alone with its news, so the same can't be done twice. */
    private Hearing take(long conversation, TicketNews news) {
        var held = guard.hold(conversation, steps.author(news));
        if (heard.knows(news)) {
            return Hearing.NOTHING;
        }
        var taken = taken(held, news);
        heard.keep(news, conversation, taken.outcome(), null);
        return taken;
    }

    private Hearing taken(Held held, TicketNews news) {
        if (!steps.saysWho(news) && echoes.isOurs(held.id(), news)) {
            return Hearing.NOTHING;
        }
        if (news.what() instanceof Owner owner) {
            return step(news, steps.owned(held, news, owner));
        }
        if (news.what() instanceof Standing standing) {
            return step(news, steps.stands(held, news, standing));
        }
        if (news.what() instanceof Reply reply) {
            return isOurs(reply.text()) ? Hearing.NOTHING : reply(held, news, reply);
        }
        var note = (Note) news.what();
        return isOurs(note.text()) ? Hearing.NOTHING : note(held, news, note);
    }

    private Hearing step(TicketNews news, Optional<Change> step) {
        step.ifPresent(change -> {
            changes.apply(List.of(change));
            outgoing.known(news.downstream(), change.conversation(), change.epoch(), Kind.TICKET, Kind.STATUS);
            telling.tell(List.of(change), Map.of());
        });
        return step.isEmpty() ? Hearing.NOTHING : new Hearing(NewsOutcome.DONE, step);
    }

    private Hearing reply(Held held, TicketNews news, Reply reply) {
        var message = replies.send(held, news, reply);
        outgoing.known(news.downstream(), held.id(), message, Kind.MESSAGE);
        telling.tell(List.of(), Map.of(message, held.id()));
        return Hearing.DONE;
    }

    private Hearing note(Held held, TicketNews news, Note note) {
        var message = notes.write(held.id(), note.text(), steps.author(news).name());
        outgoing.known(news.downstream(), held.id(), message, Kind.NOTE);
        notes.tellAll(held.id(), message);
        return Hearing.DONE;
    }

    /** Who did it there reads in the ticket why it was not done here, and everybody else in the conversation. */
    private NewsOutcome refuse(long conversation, TicketNews news, String sentence) {
        guard.hold(conversation, steps.author(news));
        if (heard.knows(news)) {
            return NewsOutcome.NOTHING;
        }
        heard.keep(news, conversation, NewsOutcome.REFUSED, sentence);
        var message = notes.write(conversation, beginning(news) + sentence, Change.ROTA);
        notes.tell(news.downstream(), conversation, message);
        return NewsOutcome.REFUSED;
    }

    private static String beginning(TicketNews news) {
        if (news.what() instanceof Reply) {
            return "The answer in " + news.downstream() + " was not sent to the customer: ";
        }
        return "What was changed in " + news.downstream() + " was not changed in Rota: ";
    }

    private static boolean isOurs(String text) {
        return OURS.matcher(text).find();
    }

    private <T> T within(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    /** What became of it, and the step that the conversation has taken. */
    private record Hearing(NewsOutcome outcome, Optional<Change> change) {
        static final Hearing DONE = new Hearing(NewsOutcome.DONE, Optional.empty());
        static final Hearing NOTHING = new Hearing(NewsOutcome.NOTHING, Optional.empty());
    }
}
