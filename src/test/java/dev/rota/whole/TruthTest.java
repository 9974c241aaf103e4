package dev.rota.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.rota.database.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The negative control of {@link KillIT}: whatever went wrong would be seen. */
class TruthTest {

    private static final List<String> ACKNOWLEDGED = List.of("a", "b");
    private static final List<String> TICKETED = List.of("1", "2");
    private static final Map<String, Integer> ROOM = Map.of("ana", 2);

    private static final String TWO_CONVERSATIONS =
            """
            INSERT INTO customer VALUES (1, 'A', now()), (2, 'B', now());
            INSERT INTO conversation (id, protocol, number, customer, status, queue, request_type, priority, owner,
                                      epoch, opened_at, last_message_at)
            SELECT n, 'P-' || n, '7', n, 'in_progress', 'support', 'support', 1, 'ana', 1, now(), now()
            FROM generate_series(1, 2) n;
            INSERT INTO change (conversation, epoch, at, what, by, why, status, queue, owner)
            SELECT n, 1, now(), 'opened', 'rota', 'wrote', 'in_progress', 'support', 'ana' FROM generate_series(1, 2) n;
            INSERT INTO assignment (conversation, epoch, agent, from_at, by, why, because)
            SELECT n, 1, 'ana', now(), 'rota', 'least loaded', '[]' FROM generate_series(1, 2) n;
            INSERT INTO agent_load VALUES ('ana', 2, 200);
            INSERT INTO message (conversation, event, wamid, direction, type, text, at)
            VALUES (1, 1, 'a', 'in', 'text', '', now()), (2, 2, 'b', 'in', 'text', '', now());
            INSERT INTO event_key SELECT gen_random_uuid() FROM generate_series(1, 2);
            INSERT INTO journal SELECT n, gen_random_uuid(), 'message', 0, '7', now(), '' FROM generate_series(1, 2) n;
            INSERT INTO ledger VALUES ('7', 'one', 'received', 2), ('7', 'one', 'handled', 2);
            """;

    private final HikariDataSource database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final Truth truth = new Truth(jdbc);

    @BeforeEach
    void write_two_conversations() {
        jdbc.sql(TWO_CONVERSATIONS).update();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void of_what_is_as_promised_it_says_nothing() {
        assertThat(truth.faults(ACKNOWLEDGED, TICKETED, ROOM)).isEmpty();
        assertThat(truth.quiet()).isTrue();
    }

    @Test
    void a_ticket_that_was_made_twice_is_seen() {
        assertThat(truth.faults(ACKNOWLEDGED, List.of("1", "2", "2"), ROOM))
                .containsExactly("conversation 2 has 2 tickets at the helpdesk");
    }

    @Test
    void a_ticket_that_was_not_made_is_seen() {
        assertThat(truth.faults(ACKNOWLEDGED, List.of("1"), ROOM))
                .containsExactly("conversation 2 has 0 tickets at the helpdesk");
    }

    @Test
    void a_ticket_of_no_conversation_is_seen() {
        assertThat(truth.faults(ACKNOWLEDGED, List.of("1", "2", "3"), ROOM))
                .containsExactly("conversation 3 has 1 tickets at the helpdesk, but is not here");
    }

    @Test
    void an_agent_with_too_much_is_seen() {
        assertThat(truth.faults(ACKNOWLEDGED, TICKETED, Map.of("ana", 1)))
                .containsExactly("agent ana has 2 conversations, with room for 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    DELETE FROM message WHERE wamid = 'b'                                       | acknowledged message 2 is in 0 rows
                    INSERT INTO message (conversation, event, wamid, direction, type, text, at) SELECT 2, 9, 'b', 'in', 'text', '', now() | acknowledged message 2 is in 2 rows
                    DROP INDEX one_responsible_agent; INSERT INTO change VALUES (1, 2, default, now(), '', '', '', '', '', null); INSERT INTO assignment SELECT 1, 2, 'eva', now(), null, '', '', '[]' | conversation 1 has 2 open assignments
                    UPDATE assignment SET to_at = now() WHERE conversation = 1                  | conversation 1 is owned by ana, assigned to nobody
                    DROP INDEX one_open_conversation; UPDATE conversation SET customer = 1      | customer 1 has 2 open conversations with one number
                    UPDATE agent_load SET open = 3                                              | agent ana counts 3 conversations and has 2
                    UPDATE conversation SET weight = 50 WHERE id = 1                            | agent ana is loaded with 200 hundredths and should be with 150
                    UPDATE conversation SET epoch = 2 WHERE id = 1                              | conversation 1 is at epoch 2 after 1 changes
                    UPDATE ledger SET count = 1 WHERE figure = 'handled'                        | received 2 events, but handled, parked and pending are 1
                    DELETE FROM journal WHERE id = 1                                            | the journal holds 1 events of 2 received
                    INSERT INTO delivery (downstream, conversation, kind, reference, body, state, created_at, not_before) VALUES ('helpdesk', 1, 'ticket', 1, '', 'parked', now(), now()) | delivery 1 is parked
                    """)
    void what_went_wrong_here_is_seen(String wrong, String fault) {
        jdbc.sql(wrong).update();

        assertThat(truth.faults(ACKNOWLEDGED, TICKETED, ROOM)).contains(fault);
    }

    @Test
    void an_event_that_is_still_to_be_handled_is_not_quiet() {
        jdbc.sql("INSERT INTO pending VALUES (0, 1, '7', now())").update();

        assertThat(truth.quiet()).isFalse();
    }
}
