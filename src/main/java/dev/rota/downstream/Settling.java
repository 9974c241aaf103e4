package dev.rota.downstream;

import dev.rota.desk.Company;
import dev.rota.desk.Delivery.Kind;
import dev.rota.desk.MessageStatus;
import dev.rota.desk.Settled;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down what came of attempts, many in one transaction; an attempt whose lease was lost writes nothing. */
final class Settling {

    /** How long a reply is tried: a customer expects an answer to a question, not to yesterday's. */
    private static final Duration REPLY_PARKED_AFTER = Duration.ofHours(1);

    /** A copy that has arrived keeps no bytes: what it holds is in the journal, for as long as that keeps it. */
    private static final String SETTLE =
            """
            UPDATE delivery
            SET state = CASE WHEN ? = 'due' AND created_at < ? THEN 'parked' ELSE ? END,
                not_before = ?, lease_token = NULL, outcome = coalesce(?, outcome),
                ticket_id = coalesce(?, ticket_id), link = coalesce(?, link), last_error = ?,
                body = CASE WHEN kind = 'copy' AND ? = 'done' THEN '' ELSE body END
            WHERE id = ? AND lease_token = ?
            """;

    private static final String KNOW =
            """
            INSERT INTO ticket (downstream, conversation, ticket_id, link) VALUES (?, ?, ?, ?)
            ON CONFLICT (downstream, conversation) DO UPDATE
            SET ticket_id = excluded.ticket_id, link = coalesce(excluded.link, ticket.link)
            """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Supplier<Company> company;
    private final Settled settled;
    private final Clock clock;

    Settling(
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            Supplier<Company> company,
            Settled settled,
            Clock clock) {
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
            know(ours);
            ours.stream().filter(Settlement::isReply).forEach(reply -> {
                tell(reply);
                replies.add(reply);
            });
            ours.stream()
                    .map(each -> each.dispatch().conversation())
                    .filter(Objects::nonNull)
                    .distinct()
                    .sorted()
                    .forEach(settled::touched);
        });
        replies.forEach(reply -> transaction.executeWithoutResult(
                status -> settled.joined(reply.dispatch().reference())));
    }

    private List<Settlement> settleOurs(List<Settlement> settlements) {
        var counts = jdbc.batchUpdate(SETTLE, settlements, settlements.size(), (row, each) -> {
            row.setString(1, each.state());
            row.setObject(2, at(clock.instant().minus(parkedAfter(each))));
            row.setString(3, each.state());
            row.setObject(4, at(each.notBefore()));
            row.setString(5, each.outcome());
            row.setString(6, each.id());
            row.setString(7, each.link());
            row.setString(8, each.error());
            row.setString(9, each.state());
            row.setLong(10, each.dispatch().delivery());
            row.setObject(11, each.dispatch().lease());
        })[0];
        var ours = new ArrayList<Settlement>();
        for (var i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                ours.add(settlements.get(i));
            }
        }
        return ours;
    }

    private void know(List<Settlement> settlements) {
        var tickets = settlements.stream()
                .filter(each -> each.dispatch().kind() == Kind.TICKET && each.id() != null)
                .toList();
        jdbc.batchUpdate(KNOW, tickets, Math.max(1, tickets.size()), (row, each) -> {
            row.setString(1, each.dispatch().downstream());
            row.setObject(2, each.dispatch().conversation());
            row.setString(3, each.id());
            row.setString(4, each.link());
        });
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
