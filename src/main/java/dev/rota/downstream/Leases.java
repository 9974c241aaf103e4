package dev.rota.downstream;

import dev.rota.desk.Command;
import dev.rota.desk.Delivery.Kind;
import dev.rota.desk.Dispatch;
import dev.rota.desk.Ticket;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes what is due for one downstream on a short lease, oldest first and in order for each conversation.
 *
 * <p>A lease is the row's {@code not_before} moved ahead: a delivery whose bringer died becomes due again by itself.
 */
final class Leases {

    /** Longer than any attempt takes, and short enough that what a dead engine was bringing goes on within a minute. */
    static final Duration LEASE = Duration.ofSeconds(55);

    /** What a capped channel may still send: the generic cell rate algorithm, ITU-T I.371. */
    private static final String SHARE =
            """
            share AS (
                SELECT greatest(spent_until, :now) AS begins FROM budget WHERE downstream = :downstream FOR UPDATE
            ), room AS (
                SELECT floor(extract(epoch FROM :now - begins) / :pause + :burst) AS free FROM share
            ),
            """;

    private static final String SPEND =
            """
            , spent AS (
                UPDATE budget b
                SET spent_until = share.begins
                                + (SELECT count(*) FROM due WHERE NOT superseded) * :pause * interval '1 second'
                FROM share
                WHERE b.downstream = :downstream AND EXISTS (SELECT FROM due)
            )
            """;

    /** Not to a customer who has had as much as Meta allows: the same algorithm, for each conversation. */
    private static final String UNHURRIED =
            """
            AND NOT EXISTS (SELECT FROM conversation_pace p
                            WHERE p.downstream = d.downstream AND p.conversation = d.conversation
                              AND p.spent_until > :creditEnds)
            """;

    private static final String HURRY =
            """
            , paced AS (
                INSERT INTO conversation_pace AS p (downstream, conversation, spent_until)
                SELECT :downstream, conversation, :now + :pairPause * interval '1 second' FROM due ORDER BY conversation
                ON CONFLICT (downstream, conversation) DO UPDATE
                SET spent_until = greatest(p.spent_until, :now) + :pairPause * interval '1 second'
            )
            """;

    /**
     * An update of a ticket that is there, with a later one; what waits for people is no later one. Selected row by row: of
     * EXISTS, PostgreSQL would make a table of all tickets first.
     */
    private static final String SUPERSEDED =
            """
            d.kind IN ('ticket', 'status')
            AND (SELECT true FROM ticket t WHERE t.downstream = d.downstream AND t.conversation = d.conversation) IS TRUE
            AND (SELECT true FROM delivery later
                 WHERE later.downstream = d.downstream AND later.conversation = d.conversation
                   AND later.id > d.id AND later.kind IN ('ticket', 'status') AND later.state IN ('due', 'sending', 'done')
                 LIMIT 1) IS TRUE
            """;

    private static final String MOST_ALLOWED = "least(:most, greatest(0, coalesce((SELECT free FROM room), 0)))::int";

    private final JdbcClient jdbc;
    private final StoredCommands commands;
    private final Clock clock;

    Leases(JdbcClient jdbc, StoredCommands commands, Clock clock) {
        this.jdbc = jdbc;
        this.commands = commands;
        this.clock = clock;
    }

    /**
     * Takes up to that many deliveries, and no more than the channel's cap allows; a reply is never taken twice, since
     * Meta has no key to tell a repetition by.
     */
    List<Dispatch> take(Channel channel, int most) {
        var now = clock.instant();
        var statement = jdbc.sql(take(channel))
                .param("downstream", channel.downstream())
                .param("now", at(now))
                .param("until", at(now.plus(LEASE)))
                .param("mayRepeat", channel.mayRepeat())
                .param("most", most)
                .param("lease", UUID.randomUUID());
        if (channel.cap() != null) {
            statement
                    .param("pause", channel.cap().pause().toNanos() / 1e9)
                    .param("burst", channel.cap().burst());
        }
        if (channel.pace() != null) {
            statement
                    .param("creditEnds", at(now.plus(channel.pace().credit())))
                    .param("pairPause", channel.pace().pause().toNanos() / 1e9);
        }
        return statement.query((row, n) -> dispatch(row)).list();
    }

    private static String take(Channel channel) {
        var capped = channel.cap() != null;
        var paced = channel.pace() != null;
        return """
                WITH %s due AS (
                    SELECT d.id, d.conversation, %s AS superseded FROM delivery d
                    WHERE d.downstream = :downstream AND d.state IN ('due', 'sending') AND d.not_before <= :now
                      AND (:mayRepeat OR d.state = 'due')
                      AND NOT EXISTS (SELECT FROM delivery e
                                      WHERE e.downstream = d.downstream AND e.conversation = d.conversation
                                        AND e.id < d.id AND e.state IN ('due', 'sending'))
                      %s
                    ORDER BY d.not_before, d.id
                    LIMIT %s
                    FOR UPDATE OF d SKIP LOCKED
                ) %s %s
                UPDATE delivery d
                SET state = 'sending', lease_token = :lease, not_before = :until, attempts = d.attempts + 1
                FROM due
                WHERE d.id = due.id
                RETURNING d.*, due.superseded,
                    (SELECT t.ticket_id FROM ticket t
                                WHERE t.downstream = d.downstream AND t.conversation = d.conversation) AS known_ticket
                """
                .formatted(
                        capped ? SHARE : "",
                        SUPERSEDED,
                        paced ? UNHURRIED : "",
                        capped ? MOST_ALLOWED : ":most",
                        capped ? SPEND : "",
                        paced ? HURRY : "");
    }

    /** Gives channels that have a cap the row that keeps it. */
    void enrol(Collection<Channel> channels) {
        channels.stream().filter(channel -> channel.cap() != null).forEach(channel -> jdbc.sql(
                        "INSERT INTO budget (downstream, spent_until) VALUES (:downstream, :now) ON CONFLICT DO"
                                + " NOTHING")
                .param("downstream", channel.downstream())
                .param("now", at(clock.instant()))
                .update());
    }

    private Dispatch dispatch(ResultSet row) throws SQLException {
        var kind = Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT));
        return new Dispatch(
                row.getLong("id"),
                row.getObject("lease_token", UUID.class),
                row.getString("downstream"),
                row.getObject("conversation", Long.class),
                kind,
                row.getLong("reference"),
                row.getInt("attempts"),
                row.getBoolean("superseded"),
                command(kind, row));
    }

    private Command command(Kind kind, ResultSet row) throws SQLException {
        try {
            var command = commands.read(kind, row.getBytes("body"));
            return command instanceof Ticket ticket ? ticket.forTicket(row.getString("known_ticket")) : command;
        } catch (IOException e) {
            throw new IllegalStateException("delivery " + row.getLong("id") + " can't be read", e);
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
