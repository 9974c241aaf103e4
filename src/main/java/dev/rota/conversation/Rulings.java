package dev.rota.conversation;

import dev.rota.desk.Inquiries;
import dev.rota.desk.Rules;
import dev.rota.inquiry.Inquiry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks the rules again about conversations, from what was recorded of them, and writes down what they say. */
final class Rulings {

    /** What a customer said who has been erased is not there any more to decide by. */
    private static final String NEWEST =
            """
            SELECT c.id, c.number, c.queue, d.id AS decision, d.event, d.queue AS decided, d.inquiry, coalesce(
                (SELECT by <> :rota FROM change WHERE conversation = c.id AND what = 'moved'
                 ORDER BY epoch DESC LIMIT 1), false) AS by_person
            FROM unnest(:ids) AS n (id) JOIN conversation c ON c.id = n.id
            CROSS JOIN LATERAL (SELECT id, event, queue, inquiry FROM decision
                                WHERE conversation = c.id ORDER BY id DESC LIMIT 1) d
            WHERE d.inquiry <> '{}'
            """;

    private static final String STAND =
            """
            UPDATE conversation c
            SET request_type = n.request_type, priority = n.priority, skill = n.skill, rules = n.rules
            FROM unnest(:ids, :types, :priorities, :skills, :rules)
                AS n (id, request_type, priority, skill, rules)
            WHERE c.id = n.id
            """;

    private final JdbcClient jdbc;
    private final Records records;

    Rulings(JdbcClient jdbc, Records records) {
        this.jdbc = jdbc;
        this.records = records;
    }

    /**
     * What these rules say of conversations at that time, by conversation; writes nothing. Of some nothing can be said, and
     * of those that a person has moved nothing is, unless the rules say something new.
     */
    Map<Long, Asked> ask(Collection<Long> conversations, Rules rules, Instant at) {
        return jdbc
                .sql(NEWEST)
                .param("ids", Unnest.bigints(List.copyOf(conversations), id -> id))
                .param("rota", Change.ROTA)
                .query(Rulings::newest)
                .list()
                .stream()
                .flatMap(newest -> newest.ask(rules, at).stream())
                .collect(Collectors.toMap(asked -> asked.ruling().conversation(), Function.identity()));
    }

    /** Writes down what the rules said; where the conversations wait is their next step's to say. */
    void write(List<Ruling> rulings, Instant now) {
        if (rulings.isEmpty()) {
            return;
        }
        records.decide(rulings.stream().map(Ruling::record).toList(), now);
        jdbc.sql(STAND)
                .param("ids", Unnest.bigints(rulings, Ruling::conversation))
                .param("types", Unnest.texts(rulings, each -> each.decision().requestType()))
                .param("priorities", Unnest.integers(rulings, each -> each.decision()
                        .priority()
                        .rank()))
                .param("skills", Unnest.texts(rulings, each -> each.decision().skill()))
                .param("rules", Unnest.texts(rulings, Ruling::stamp))
                .update();
    }

    private static Newest newest(ResultSet row, int number) throws SQLException {
        var decided = Columns.text(row, "decided");
        return new Newest(
                row.getLong("id"),
                Columns.text(row, "number"),
                row.getLong("decision"),
                row.getLong("event"),
                decided,
                row.getBoolean("by_person") && !decided.equals(row.getString("queue")),
                Json.read(Columns.text(row, "inquiry"), Inquiry.class));
    }

    /**
     * A ruling, and what it replaces.
     *
     * @param before the id of the newest decision until then
     */
    record Asked(Ruling ruling, long before) {}

    /** @param placed whether a person has put it where the rules had not */
    private record Newest(
            long conversation,
            String number,
            long decision,
            long event,
            String queue,
            boolean placed,
            Inquiry inquiry) {

        Optional<Asked> ask(Rules rules, Instant at) {
            return rules.company()
                    .numberById(number)
                    .map(known -> Inquiries.again(inquiry, rules, known, at))
                    .map(again -> new Asked(
                            new Ruling(
                                    conversation, event, again, rules.triage().decide(again)),
                            decision))
                    .filter(asked ->
                            !placed || !queue.equals(asked.ruling.decision().queue()));
        }
    }
}
