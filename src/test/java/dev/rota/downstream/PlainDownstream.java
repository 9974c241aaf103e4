package dev.rota.downstream;

import dev.rota.desk.Cap;
import dev.rota.desk.Company;
import dev.rota.desk.Copy;
import dev.rota.desk.Downstream;
import dev.rota.desk.ExampleCompany;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The only way out of a company, and much that is due for it. */
final class PlainDownstream {

    static final String NAME = "helpdesk";

    private PlainDownstream() {}

    static Company company(int parallel, @Nullable Cap cap) {
        return ExampleCompany.with(
                new Downstream(NAME, "any-ticket-action", Map.of(), parallel, cap, Duration.ofDays(3), false));
    }

    static void store(JdbcClient jdbc, int deliveries, Instant at) {
        store(jdbc, NAME, deliveries, at);
    }

    static void store(JdbcClient jdbc, String downstream, int deliveries, Instant at) {
        jdbc.sql("INSERT INTO delivery (downstream, kind, reference, body, state, created_at, not_before)"
                        + " SELECT :downstream, 'copy', n, :body, 'due', :at, :at FROM generate_series(1, :n) n")
                .param("downstream", downstream)
                .param("body", new Copy("signature", new byte[0]).stored())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("n", deliveries)
                .update();
    }

    /** A conversation that deliveries can be about. */
    static void conversation(JdbcClient jdbc, long id) {
        jdbc.sql("INSERT INTO customer (id, created_at) VALUES (?, now())")
                .param(id)
                .update();
        jdbc.sql(
                        "INSERT INTO conversation (id, protocol, number, customer, status, queue, request_type, priority, epoch,"
                                + " opened_at, closed_at, last_message_at)"
                                + " VALUES (:id, 'p' || :id, '1', :id, 'closed', 'q', 'none', 1, 1, now(), now(), now())")
                .param("id", id)
                .update();
    }
}
