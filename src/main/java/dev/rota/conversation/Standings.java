package dev.rota.conversation;

import dev.rota.assignment.Tenure;
import dev.rota.desk.Company;
import dev.rota.desk.Heard;
import dev.rota.desk.Identity;
import dev.rota.desk.Number;
import dev.rota.desk.Rules;
import dev.rota.desk.Standing;
import dev.rota.desk.Status;
import dev.rota.desk.Turn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds where a customer stands with a number: the open conversation, or the one that a message reopens. */
public final class Standings {

    /** An id that a customer has left still recognises what was said before. */
    private static final String LATEST =
            """
            WITH found AS (
                SELECT wanted.place, i.kind, i.customer, i.until
                FROM unnest(:kinds, :values) WITH ORDINALITY AS wanted (kind, value, place)
                JOIN customer_identity i ON i.kind = wanted.kind AND i.value = wanted.value
                WHERE i.until IS NULL OR i.until > :at
            ), who AS (
                SELECT customer FROM found WHERE kind <> 'PHONE' ORDER BY place, until NULLS LAST LIMIT 1
            )
            SELECT u.id AS customer, u.name, u.username,
                   (SELECT count(DISTINCT place) FROM found WHERE customer = u.id) AS linked,
                   c.id, c.epoch, c.status, c.queue, c.owner, c.part, c.closed_at, c.last_customer_at > :at AS late,
                   EXISTS (SELECT FROM message p
                           WHERE p.wamid = :wamid AND p.type = 'unsupported' AND p.conversation = c.id
                             AND NOT EXISTS (SELECT FROM message m
                                             WHERE m.conversation = p.conversation
                                               AND (m.direction = 'out' OR m.id < p.id AND m.type <> 'unsupported'))
                          ) AS undecided,
                   {load}
            FROM who JOIN customer u ON u.id = who.customer
            LEFT JOIN LATERAL (
                SELECT id, epoch, status, queue, owner, weight AS part, closed_at, last_customer_at
                FROM conversation
                WHERE customer = u.id AND number = :number AND (status <> 'closed' OR shadow = :shadow)
                ORDER BY (status <> 'closed') DESC, id DESC
                LIMIT 1
            ) c ON true
            LEFT JOIN agent_load l ON l.agent = c.owner
            """
                    .replace("{load}", Loads.COLUMNS);

    private final JdbcClient jdbc;
    private final Supplier<Rules> rules;
    private final Clock clock;

    public Standings(JdbcClient jdbc, Supplier<Rules> rules, Clock clock) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.clock = clock;
    }

    /** Begins the turn of a message; reads only, so the commit checks it again. */
    public Turn find(Heard.Message message) {
        var now = rules.get();
        // Who has just left an id is known by it, whoever has the new one.
        var ids = Stream.concat(message.left().stream(), message.identities().stream())
                .toList();
        var standing = jdbc.sql(LATEST)
                .param("kinds", Unnest.texts(ids, id -> id.kind().name()))
                .param("values", Unnest.texts(ids, Identity::value))
                .param("at", Unnest.timestamp(MessageTimes.at(message)))
                .param("wamid", message.said().wamid())
                .param("number", message.event().number())
                .param("shadow", isShadow(now.company(), message.event().number()))
                .query((row, n) -> standing(row, message, now.company()))
                .optional();
        return Turn.of(now, message, standing.orElse(Standing.NEW));
    }

    private Standing standing(ResultSet row, Heard.Message message, Company company) throws SQLException {
        var customer = row.getLong("customer");
        var known = row.getInt("linked") == message.identities().size()
                && message.left().isEmpty()
                && isCalled(row.getString("name"), message.profile().name())
                && isCalled(row.getString("username"), message.profile().username());
        var conversation = row.getLong("id");
        if (row.wasNull() || !continues(row, message, company)) {
            return new Standing(customer, known, null, 0, null, false, false, null);
        }
        return new Standing(
                customer,
                known,
                conversation,
                row.getInt("epoch"),
                Status.of(row.getString("status")),
                row.getBoolean("late"),
                row.getBoolean("undecided"),
                vacancy(row, company));
    }

    private @Nullable String vacancy(ResultSet row, Company company) throws SQLException {
        var owner = row.getString("owner");
        return owner == null
                ? null
                : Tenure.over(
                        company, Columns.text(row, "queue"), owner, Loads.of(row), row.getInt("part"), clock.instant());
    }

    /** Conversations that a number had in shadow mode are never taken up in earnest, nor the other way round. */
    private static boolean isShadow(Company company, String number) {
        return company.numberById(number).filter(Number::isShadow).isPresent();
    }

    private static boolean isCalled(@Nullable String name, @Nullable String told) {
        return told == null || told.equals(name);
    }

    /** What somebody should look at begins a new conversation when the last one closed too long ago. */
    private boolean continues(ResultSet row, Heard.Message message, Company company) throws SQLException {
        @Nullable Instant closedAt = Columns.instantOrNull(row, "closed_at");
        if (closedAt == null || !message.opensConversation()) {
            return true;
        }
        var reopenWithin = company.queue(row.getString("queue")).reopenWithin();
        return clock.instant().isBefore(closedAt.plus(reopenWithin));
    }
}
