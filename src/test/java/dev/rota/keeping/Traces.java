package dev.rota.keeping;

import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What customers leave in every table that knows them but the journal. */
record Traces(JdbcClient jdbc) {

    void customer(long id, String name, String phone, String bsuid) {
        jdbc.sql("INSERT INTO customer (id, name, username, created_at) VALUES (?, ?, ?, now())")
                .params(id, name, name.toLowerCase(Locale.ROOT).replace(' ', '.'))
                .update();
        jdbc.sql("INSERT INTO customer_preference VALUES (?, 'marketing', false, now())")
                .param(id)
                .update();
        jdbc.sql("INSERT INTO customer_identity (kind, value, customer) VALUES ('WA_ID', ?, ?), ('BSUID', ?, ?)")
                .params(phone, id, bsuid, id)
                .update();
        jdbc.sql("INSERT INTO customer_profile (id, name) VALUES (?, ?)")
                .params(phone, name)
                .update();
        jdbc.sql(
                        "INSERT INTO conversation (id, protocol, number, customer, status, queue, request_type, priority, epoch,"
                                + " opened_at, last_message_at, closed_at, reply_kind, reply_to)"
                                + " VALUES (?, '20261124-00000' || ?, '101', ?, 'closed', 'support', 'support', 2, 1, now(), now(), now(),"
                                + " 'WA_ID', ?)")
                .params(id, id, id, phone)
                .update();
    }

    void said(long id, String in, String out, String text) {
        jdbc.sql("INSERT INTO message (conversation, wamid, direction, type, text, at, about, content, member) VALUES"
                        + " (?, ?, 'in', 'text', ?, now(), ?, jsonb_build_object('caption', ?::text), ?),"
                        + " (?, ?, 'out', 'text', ?, now(), NULL, NULL, NULL)")
                .params(id, in, text, out, text, in, id, out, "Sobre: " + text)
                .update();
        jdbc.sql("INSERT INTO media (conversation, number, type, name, state, created_at, not_before)"
                        + " VALUES (?, '101', 'image', ?, 'due', now(), now())")
                .params(id, text)
                .update();
        jdbc.sql("INSERT INTO message_progress VALUES (?, 'read', 5, now())")
                .param(out)
                .update();
        jdbc.sql(
                        "INSERT INTO decision (conversation, event, at, request_type, queue, priority, route_set, because, inquiry)"
                                + " VALUES (?, 1, now(), 'support', 'support', 2, 'a', jsonb_build_array(?::text), jsonb_build_object('text', ?::text))")
                .params(id, text, text)
                .update();
        jdbc.sql("INSERT INTO callback (downstream, received_at, polled, body, state, not_before)"
                        + " VALUES ('helpdesk', now(), false, convert_to(?, 'UTF8'), 'parked', now())")
                .param("{\"reference\": \"rota-" + id + "\", \"text\": \"" + text + "\"}")
                .update();
        for (var state : List.of("due", "done")) {
            jdbc.sql(
                            "INSERT INTO delivery (downstream, conversation, kind, reference, body, state, created_at, not_before)"
                                    + " VALUES (?, ?, 'ticket', 1, convert_to(?, 'UTF8'), ?, now(), now() + interval '1 day')")
                    .params(state, id, text, state)
                    .update();
        }
    }
}
