package dev.rota.panel;

import dev.rota.access.TestCompany;
import dev.rota.conversation.Answering;
import dev.rota.conversation.Beginning;
import dev.rota.conversation.Beginnings;
import dev.rota.conversation.Commands;
import dev.rota.conversation.Counts;
import dev.rota.conversation.Explanation;
import dev.rota.conversation.Filter;
import dev.rota.conversation.Inbox;
import dev.rota.conversation.Notes;
import dev.rota.conversation.Own;
import dev.rota.conversation.Page;
import dev.rota.conversation.Recorded;
import dev.rota.conversation.Refusal;
import dev.rota.conversation.Summary;
import dev.rota.conversation.Whole;
import dev.rota.desk.Company;
import dev.rota.desk.Status;
import dev.rota.desk.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Conversations in memory, with the guard of the epoch and nothing else, for pages to be shown and clicked. */
final class FakeDesk implements Inbox, Commands, Notes, Beginnings {

    static final Company COMPANY = TestCompany.of("ana", "bia");

    private final Map<Long, Whole> conversations = new TreeMap<>();
    private final Instant now;
    private final LongConsumer changed;

    /** Tells of each change by the conversation's id. */
    FakeDesk(Instant now, LongConsumer changed) {
        this.now = now;
        this.changed = changed;
    }

    List<Whole> all() {
        return List.copyOf(conversations.values());
    }

    void clear() {
        conversations.clear();
    }

    /** Puts a conversation there that waits, with one message. */
    long arrives(@Nullable String name, String text) {
        var id = conversations.size() + 1L;
        var at = now.minus(Duration.ofMinutes(4 * id));
        var summary = Summaries.waiting(id, name, text, at);
        var message = new Whole.Message(id * 10, null, "in", "text", text, at, null, null, null);
        var opened = new Whole.Change(1, at, "opened", "rota", "a customer wrote", "waiting", "support", null);
        var whole = new Whole(summary, List.of(message), List.of(), List.of(), List.of(), List.of(opened));
        conversations.put(id, whole);
        changed.accept(id);
        return id;
    }

    /** Puts another message into a conversation. */
    void says(long conversation, Whole.Message message) {
        var whole = Objects.requireNonNull(conversations.get(conversation));
        var messages = new ArrayList<>(whole.messages());
        messages.add(message);
        put(whole.summary(), messages, whole.changes());
    }

    /** Tells more of a conversation's customer. */
    void knows(long conversation, Summary.Customer customer) {
        var whole = Objects.requireNonNull(conversations.get(conversation));
        put(Summaries.of(whole.summary(), customer), whole.messages(), whole.changes());
    }

    /** Tells each message of a conversation anew. */
    void retells(long conversation, UnaryOperator<Whole.Message> anew) {
        var whole = Objects.requireNonNull(conversations.get(conversation));
        put(whole.summary(), whole.messages().stream().map(anew).toList(), whole.changes());
    }

    @Override
    public Page<Summary> list(Filter filter, Viewer viewer) {
        var found = conversations.values().stream()
                .map(Whole::summary)
                .filter(one -> filter.status() == null
                        || one.status().equals(filter.status().label()))
                .filter(one -> filter.agent() == null
                        || (one.owner() != null && one.owner().id().equals(filter.agent())))
                .filter(one -> filter.q() == null
                        || String.valueOf(one.customer().name()).contains(filter.q()))
                .sorted(Comparator.comparingLong(Summary::id))
                .toList();
        return new Page<>(
                found.subList(0, Math.min(found.size(), filter.limit())), found.size() > filter.limit() ? "x" : null);
    }

    @Override
    public Optional<Whole> find(long id, Viewer viewer) {
        return Optional.ofNullable(conversations.get(id));
    }

    @Override
    public Own own(Viewer viewer) {
        return new Own(counts(viewer).mine(), false);
    }

    @Override
    public Counts counts(Viewer viewer) {
        return new Counts(
                count("waiting"),
                list(Tab.MINE.filter(viewer, 50), viewer).items().size(),
                count("in_progress"),
                1000);
    }

    private int count(String status) {
        return (int) conversations.values().stream()
                .filter(one -> one.summary().status().equals(status))
                .count();
    }

    @Override
    public Optional<Recorded> recorded(long id, Viewer viewer) {
        return Optional.empty();
    }

    @Override
    public Optional<Explanation> explain(long id, Viewer viewer) {
        return find(id, viewer).map(one -> FakeRecord.explanation(one.summary(), now));
    }

    @Override
    public void claim(long conversation, int epoch, Viewer by) {
        assign(conversation, epoch, by.name(), null, by);
    }

    @Override
    public void assign(long conversation, int epoch, String agent, @Nullable String reason, Viewer by) {
        change(conversation, epoch, "assigned", Status.IN_PROGRESS, agent, by, by.title() + " took it");
    }

    @Override
    public void release(long conversation, int epoch, Viewer by) {
        change(conversation, epoch, "released", Status.WAITING, null, by, by.title() + " gave it back");
    }

    @Override
    public void move(long conversation, int epoch, String queue, Viewer by) {
        change(conversation, epoch, "moved", Status.WAITING, null, by, by.title() + " moved it from support");
    }

    @Override
    public void close(long conversation, int epoch, Viewer by) {
        change(conversation, epoch, "closed", Status.CLOSED, null, by, by.title() + " closed it");
    }

    @Override
    public void reopen(long conversation, int epoch, Viewer by) {
        change(conversation, epoch, "reopened", Status.WAITING, null, by, by.title() + " reopened it");
    }

    @Override
    public long reply(long conversation, Answering answer, Viewer by) {
        var whole = held(conversation, answer.epoch());
        var messages = new ArrayList<>(whole.messages());
        var seen = Objects.requireNonNullElse(answer.seen(), 0L);
        if (messages.stream().anyMatch(each -> each.direction().equals("out") && each.id() > seen)) {
            var summary = whole.summary();
            throw new Refusal.Stale(
                    "a reply went out since you saw the conversation", summary.owner(), summary.epoch(), List.of());
        }
        var id = conversation * 10 + messages.size();
        messages.add(new Whole.Message(
                id, null, "out", answer.wording().type(), answer.wording().text(), now, "delivered", by.name(), null));
        put(Summaries.saying(whole.summary(), id, answer.wording().text()), messages, whole.changes());
        return id;
    }

    @Override
    public long write(long conversation, String text, Viewer by) {
        var whole = Objects.requireNonNull(conversations.get(conversation));
        var notes = new ArrayList<>(whole.notes());
        var id = conversation * 10 + notes.size();
        notes.add(new Whole.Note(id, now, by.name(), text));
        put(whole.summary(), whole.messages(), whole.changes(), notes);
        return id;
    }

    @Override
    public long begin(Beginning wanted, Viewer by) {
        if (wanted.customer().length() < 8) {
            throw new Refusal.Invalid("customer", "there is no customer " + wanted.customer());
        }
        var id = arrives(wanted.customer(), wanted.template().text());
        claim(id, 1, by);
        return id;
    }

    private Whole held(long conversation, int epoch) {
        var whole = conversations.get(conversation);
        if (whole == null) {
            throw new Refusal.NotFound("there is no conversation " + conversation);
        }
        var summary = whole.summary();
        if (summary.epoch() != epoch) {
            var holder =
                    summary.owner() == null ? "nobody has it" : summary.owner().name() + " has it";
            throw new Refusal.Stale(
                    "the conversation has changed since you saw it: " + holder + " now",
                    summary.owner(),
                    summary.epoch(),
                    List.of());
        }
        return whole;
    }

    private void change(
            long conversation, int epoch, String what, Status status, @Nullable String agent, Viewer by, String why) {
        var whole = held(conversation, epoch);
        var s = whole.summary();
        var owner = agent == null ? null : new Summary.Owner(agent, new Titles(COMPANY).agent(agent));
        var changes = new ArrayList<>(whole.changes());
        changes.add(new Whole.Change(epoch + 1, now, what, by.name(), why, status.label(), s.queue(), agent));
        put(Summaries.at(s, status, owner, epoch + 1, now), whole.messages(), changes);
    }

    void put(Summary summary, List<Whole.Message> messages, List<Whole.Change> changes) {
        var before = conversations.get(summary.id());
        put(summary, messages, changes, before == null ? List.of() : before.notes());
    }

    private void put(
            Summary summary, List<Whole.Message> messages, List<Whole.Change> changes, List<Whole.Note> notes) {
        conversations.put(
                summary.id(),
                new Whole(
                        summary,
                        messages,
                        List.of(),
                        List.of(),
                        FakeRecord.deliveries(summary.id()),
                        changes,
                        notes,
                        null));
        changed.accept(summary.id());
    }
}
