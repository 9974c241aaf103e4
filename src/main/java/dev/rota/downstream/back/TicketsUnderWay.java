package dev.rota.downstream.back;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether a downstream may have made a ticket of ours that we have not written down yet. */
final class TicketsUnderWay {

    private static final String ANY =
            """
            SELECT EXISTS (
                SELECT FROM delivery d
                WHERE d.downstream = :downstream AND d.kind = 'ticket'
                  AND (d.state = 'sending' OR d.state = 'due' AND d.attempts > 0)
                  AND NOT EXISTS (SELECT FROM ticket t
                                  WHERE t.downstream = d.downstream AND t.conversation = d.conversation))
            """;

    private final JdbcClient jdbc;

    TicketsUnderWay(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean any(String downstream) {
        return jdbc.sql(ANY)
                .param("downstream", downstream)
                .query(Boolean.class)
                .single();
    }
}
