package dev.rota.panel;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Deliveries as a bad morning leaves them. */
final class Outbox {

    private static final String CONVERSATIONS =
            """
            INSERT INTO conversation (id, protocol, number, customer, status, queue, request_type, priority, epoch, opened_at,
                closed_at, last_message_at)
            SELECT n, '20261124-00000' || n, '100', 1, 'closed', q, q, 1, 1, now(), now(), now()
            FROM (VALUES (1, 'support'), (2, 'sales')) v (n, q)
            """;

    private static final String DELIVERIES =
            """
            INSERT INTO delivery (downstream, conversation, kind, reference, body, state, attempts, created_at, not_before,
                last_error)
            VALUES ('zendesk', 1, 'ticket', 1, 'secret words', 'parked', 9, now(), now(), 'the ticket was refused (422)'),
                   ('zendesk', 1, 'ticket', 2, 'secret words', 'parked', 9, now(), now(), 'the ticket was refused (422)'),
                   ('zendesk', 1, 'ticket', 3, 'secret words', 'due', 3, now(), '2027-01-01T12:00:00Z', 'it answered 503'),
                   ('crm', 2, 'ticket', 1, 'secret words', 'parked', 9, now(), now(), 'it answered 404'),
                   ('whatsapp.vendas', 2, 'reply', 1, 'secret words', 'parked', 1, now(), now(), 'the number is blocked')
            """;

    private static final String TOLD =
            """
            INSERT INTO callback (downstream, received_at, polled, body, state, attempts, not_before, reason)
            VALUES ('zendesk', now(), false, 'secret words', 'parked', 8, now(), 'news has no text')
            """;

    private Outbox() {}

    /** Instead of what there was before. */
    static void fill(JdbcClient jdbc) {
        jdbc.sql("TRUNCATE customer, delivery, callback, again RESTART IDENTITY CASCADE")
                .update();
        jdbc.sql("INSERT INTO customer (id, created_at) VALUES (1, now())").update();
        for (var rows : new String[] {CONVERSATIONS, DELIVERIES, TOLD}) {
            jdbc.sql(rows).update();
        }
    }
}
