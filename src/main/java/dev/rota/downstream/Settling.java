package dev.rota.downstream;

import dev.rota.desk.Company;
import dev.rota.desk.MessageStatus;
import dev.rota.desk.Settled;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down what came of attempts, many in one transaction; an attempt whose lease was lost writes nothing. */
final class Settling {

    /** How long a reply is tried: a customer expects an answer to a question, not to yesterday's. */
    private static final Duration REPLY_PARKED_AFTER = Duration.ofHours(1);

    /** A copy that has arrived keeps no bytes: what it holds is in the journal, for as long as that keeps it. */
    private static final String SETTLE =
            """
            WITH settled AS (
                UPDATE delivery d
                SET state = CASE WHEN n.state = 'due' AND created_at < n.too_old THEN 'parked' ELSE n.state END,
                    not_before = n.not_before, lease_token = NULL, outcome = coalesce(n.outcome, d.outcome),
                    ticket_id = coalesce(n.ticket_id, d.ticket_id), link = coalesce(n.link, d.link), last_error = n.error,
                    body = CASE WHEN d.kind = 'copy' AND n.state = 'done' THEN '' ELSE d.body END
                FROM unnest(:ids, :leases, :states, :tooOld, :notBefores, :outcomes, :ticketIds, :links, :errors)
                    AS n (id, lease, state, too_old, not_before, outcome, ticket_id, link, error)
                WHERE d.id = n.id AND d.lease_token = n.lease
                RETURNING d.id, d.downstream, d.conversation, d.kind, n.ticket_id, n.link
            ), known AS (
                INSERT INTO ticket (downstream, conversation, ticket_id, link)
                SELECT DISTINCT ON (downstream, conversation) downstream, conversation, ticket_id, link
                FROM settled WHERE kind = 'ticket' AND ticket_id IS NOT NULL
                ORDER BY downstream, conversation, id DESC
                ON CONFLICT (downstream, conversation) DO UPDATE
                SET ticket_id = excluded.ticket_id, link = coalesce(excluded.link, ticket.link)
            )
            SELECT id FROM settled
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Supplier<Company> company;
    private final Settled settled;
    private final Clock clock;

    Settling(
            JdbcClient jdbc, TransactionTemplate transaction, Supplier<Company> company, Settled settled, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.company = company;
        this.settled = settled;
        this.clock = clock;
    }

    void settle(List<Settlement> settlements) {
        var replies = new ArrayList<Settlement>();
        transaction.executeWithoutResult(status -> {
            var ours = settleOurs(settlements);
            ours.stream().filter(Settlement::isReply).forEach(reply -> {
                tell(reply);
                replies.add(reply);
            });
            settled.touched(ours.stream()
                    .map(each -> each.dispatch().conversation())
                    .filter(Objects::nonNull)
                    .toList());
        });
        replies.forEach(reply -> transaction.executeWithoutResult(
                status -> settled.joined(reply.dispatch().reference())));
    }

    private List<Settlement> settleOurs(List<Settlement> all) {
        var now = clock.instant();
        var ours = new HashSet<>(jdbc.sql(SETTLE)
                .param("ids", Unnest.column("bigint", all, each -> each.dispatch()
                        .delivery()))
                .param("leases", Unnest.column("uuid", all, each -> each.dispatch()
                        .lease()))
                .param("states", Unnest.column("text", all, Settlement::state))
                .param("tooOld", Unnest.column("timestamptz", all, each -> at(now.minus(parkedAfter(each)))))
                .param("notBefores", Unnest.column("timestamptz", all, each -> at(each.notBefore())))
                .param("outcomes", Unnest.column("text", all, Settlement::outcome))
                .param("ticketIds", Unnest.column("text", all, Settlement::id))
                .param("links", Unnest.column("text", all, Settlement::link))
                .param("errors", Unnest.column("text", all, Settlement::error))
                .query((row, n) -> row.getLong("id"))
                .list());
        return all.stream()
                .filter(each -> ours.contains(each.dispatch().delivery()))
                .toList();
    }

    private void tell(Settlement reply) {
        var message = reply.dispatch().reference();
        switch (reply.state()) {
            case "done" -> settled.accepted(message, Objects.requireNonNull(reply.id()));
            case "parked" -> settled.failed(message, MessageStatus.FAILED, reply.error());
            case "ambiguous" -> settled.failed(message, MessageStatus.UNKNOWN, reply.error());
            default -> settled.failed(message, MessageStatus.QUEUED, reply.error());
        }
    }

    private Duration parkedAfter(Settlement each) {
        var downstream = company.get().downstreams().get(each.dispatch().downstream());
        if (downstream != null) {
            return downstream.parkAfter();
        }
        return each.closed() ? Channel.REPLY_PATIENCE : REPLY_PARKED_AFTER;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
