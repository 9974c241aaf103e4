package dev.rota.conversation;

import dev.rota.desk.AutomaticText;
import dev.rota.desk.Company;
import dev.rota.desk.Identity;
import dev.rota.desk.Occasion;
import dev.rota.desk.Status;
import dev.rota.desk.Turn;
import dev.rota.desk.Wording;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Says what Rota says by itself, in the transaction of what it tells of: not to a customer who has been told the same a
 * short while ago, not of a message that came late, and not in a conversation that the company began.
 */
final class AutomaticAnswers {

    private static final String CONVERSATIONS =
            """
            SELECT c.id, c.number, c.customer, c.protocol, c.reply_kind, c.reply_to, d.inquiry ->> 'language' AS language
            FROM conversation c
            JOIN LATERAL (SELECT inquiry FROM decision WHERE conversation = c.id ORDER BY id DESC LIMIT 1) d ON true
            WHERE c.id = ANY(:ids) AND NOT c.shadow AND c.begun_by IS NULL AND c.last_customer_at > :windowBegan
            ORDER BY c.customer, c.id
            """;

    private static final String TELL =
            """
            INSERT INTO automatic_text AS t (number, customer, occasion, at) VALUES (:number, :customer, :occasion, :now)
            ON CONFLICT (customer, number, occasion) DO UPDATE SET at = excluded.at WHERE t.at <= :before
            """;

    private final JdbcClient jdbc;
    private final Supplier<Company> company;
    private final Replies replies;

    AutomaticAnswers(JdbcClient jdbc, Supplier<Company> company, Replies replies) {
        this.jdbc = jdbc;
        this.company = company;
        this.replies = replies;
    }

    /**
     * Answers customers' messages that rules have decided.
     *
     * @param last the last step of each conversation that has changed
     * @return the conversation of each message said, by the message's id
     */
    Map<Long, Long> answer(List<Turn> turns, Map<Long, Long> conversations, Map<Long, Change> last, Instant now) {
        if (company.get().texts().isEmpty()) {
            return Map.of();
        }
        var due = new HashMap<Long, Due>();
        for (var turn : turns) {
            if (turn.decision() != null && isFresh(turn, now)) {
                var conversation =
                        Objects.requireNonNull(conversations.get(turn.event().id()));
                var change = last.get(conversation);
                due.put(
                        conversation,
                        change == null
                                ? new Due(turn.decision().queue(), null, Occasion.OUT_OF_HOURS)
                                : Due.of(change, null));
            }
        }
        last.values().stream()
                .filter(change -> !due.containsKey(change.conversation()) && change.begins())
                .forEach(change -> due.put(change.conversation(), Due.of(change, Occasion.ASSIGNED)));
        return say(due, now);
    }

    /** Tells customers of what became of their conversations otherwise. */
    Map<Long, Long> tell(Collection<Change> changes, Instant now) {
        if (company.get().texts().isEmpty()) {
            return Map.of();
        }
        var due = new HashMap<Long, Due>();
        for (var change : changes) {
            if (change.begins()) {
                due.put(change.conversation(), Due.of(change, Occasion.ASSIGNED));
            } else if (change.status() == Status.CLOSED) {
                due.put(change.conversation(), Due.of(change, Occasion.CLOSED));
            }
        }
        return say(due, now);
    }

    private boolean isFresh(Turn turn, Instant now) {
        return turn.message().source().isCustomer()
                && Duration.between(turn.message().said().at(), now)
                                .compareTo(company.get().texts().fresh())
                        <= 0;
    }

    private Map<Long, Long> say(Map<Long, Due> due, Instant now) {
        if (due.isEmpty()) {
            return Map.of();
        }
        var said = new HashMap<Long, Long>();
        for (var conversation : conversations(due.keySet(), now)) {
            var text = Objects.requireNonNull(due.get(conversation.id)).text(company.get(), conversation, now);
            if (text == null) {
                continue;
            }
            text.words(company.get(), now)
                    .filter(words -> mayTell(conversation, text.occasion(), now))
                    .ifPresent(words -> said.put(
                            replies.send(conversation.destination, new Wording.Text(words), Change.ROTA, null, now),
                            conversation.id));
        }
        return said;
    }

    private List<Conversation> conversations(Collection<Long> ids, Instant now) {
        return jdbc.sql(CONVERSATIONS)
                .param("ids", Unnest.bigints(List.copyOf(ids), id -> id))
                .param("windowBegan", Unnest.timestamp(now.minus(Replies.WINDOW)))
                .query((row, n) -> Conversation.of(row))
                .list();
    }

    private boolean mayTell(Conversation conversation, Occasion occasion, Instant now) {
        return jdbc.sql(TELL)
                        .param("number", conversation.destination.number())
                        .param("customer", conversation.customer)
                        .param("occasion", occasion.label())
                        .param("now", Unnest.timestamp(now))
                        .param(
                                "before",
                                Unnest.timestamp(now.minus(company.get().texts().again())))
                        .update()
                > 0;
    }

    /**
     * Something to be said.
     *
     * @param only the one occasion that it is said for; null when what became of the message decides
     */
    private record Due(String queue, @Nullable String agent, @Nullable Occasion only) {

        static Due of(Change change, @Nullable Occasion occasion) {
            return new Due(change.queue(), change.owner(), occasion);
        }

        @Nullable
        AutomaticText text(Company company, Conversation of, Instant now) {
            var natural = AutomaticText.ofMessage(company, queue, of.language, of.protocol, agent, now);
            if (only == null || only == natural.occasion()) {
                return natural;
            }
            return only == Occasion.OUT_OF_HOURS
                    ? null
                    : new AutomaticText(only, queue, of.language, of.protocol, agent);
        }
    }

    private record Conversation(
            long id, long customer, String protocol, @Nullable String language, Destination destination) {

        static Conversation of(ResultSet row) throws SQLException {
            var kind = row.getString("reply_kind");
            var value = row.getString("reply_to");
            var address = kind == null || value == null ? null : new Address(Identity.Kind.valueOf(kind), value);
            return new Conversation(
                    row.getLong("id"),
                    row.getLong("customer"),
                    row.getString("protocol"),
                    row.getString("language"),
                    new Destination(row.getLong("id"), row.getString("number"), address));
        }
    }
}
