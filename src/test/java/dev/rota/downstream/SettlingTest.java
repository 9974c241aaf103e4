package dev.rota.downstream;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.rota.database.TestDatabase;
import dev.rota.desk.Backoff;
import dev.rota.desk.Copy;
import dev.rota.desk.Delivery.Kind;
import dev.rota.desk.DeliveryOutcome;
import dev.rota.desk.DeliveryOutcome.Ambiguous;
import dev.rota.desk.DeliveryOutcome.Delivered;
import dev.rota.desk.DeliveryOutcome.Retry;
import dev.rota.desk.Dispatch;
import dev.rota.desk.ExampleCompany;
import dev.rota.desk.MessageStatus;
import dev.rota.desk.MovableClock;
import dev.rota.desk.Settled;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What attempts of one group leave behind, written in one statement. */
class SettlingTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final UUID LEASE = new UUID(1, 1);

    private final HikariDataSource source = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(source);
    private final MovableClock clock = new MovableClock(NOW);
    private final Backoff backoff = new Backoff(new Random(1));
    private final List<String> heard = new ArrayList<>();
    private final Settling settling = new Settling(
            jdbc,
            new TransactionTemplate(new JdbcTransactionManager(source)),
            ExampleCompany::get,
            new Listener(),
            clock);

    @BeforeEach
    void talk() {
        jdbc.sql("INSERT INTO customer (id, created_at) VALUES (1, now())").update();
        jdbc.sql(
                        "INSERT INTO conversation (id, protocol, number, customer, status, queue, request_type, priority, epoch,"
                                + " opened_at, closed_at, last_message_at)"
                                + " SELECT n, 'p' || n, '1', 1, 'closed', 'q', 'none', 1, 1, now(), now(), now()"
                                + " FROM generate_series(1, 3) n")
                .update();
    }

    @AfterEach
    void close() {
        source.close();
    }

    @Test
    void each_attempt_of_a_group_is_written_as_it_ended() {
        settle(
                attempt(1, 1L, Kind.TICKET, new Delivered("T-1", "https://t/1", "created")),
                attempt(2, 2L, Kind.TICKET, new Retry("the downstream answered 503", null)),
                attempt(3, 3L, Kind.REPLY, new Ambiguous("no answer came")),
                attempt(4, null, Kind.COPY, new Delivered(null, null, "passed on")));

        assertThat(rows("SELECT state || ' ' || coalesce(outcome, last_error) || ' ' || length(body) FROM delivery"
                        + " ORDER BY id"))
                .containsExactly(
                        "done created 1",
                        "due the downstream answered 503 1",
                        "ambiguous no answer came 1",
                        "done passed on 0");
        assertThat(rows("SELECT conversation || ' ' || ticket_id || ' ' || link FROM ticket"))
                .containsExactly("1 T-1 https://t/1");
        assertThat(heard).containsExactly("3 UNKNOWN", "touched [1, 2, 3]", "joined 3");
    }

    @Test
    void an_attempt_whose_lease_was_lost_writes_nothing() {
        var late = attempt(1, 1L, Kind.TICKET, new Delivered("T-1", null, "created"));
        jdbc.sql("UPDATE delivery SET lease_token = gen_random_uuid()").update();

        settle(late);

        assertThat(rows("SELECT state FROM delivery")).containsExactly("sending");
        assertThat(rows("SELECT ticket_id FROM ticket")).isEmpty();
        assertThat(heard).containsExactly("touched []");
    }

    @Test
    void of_two_tickets_of_one_conversation_the_later_counts_and_a_known_link_stays() {
        settle(
                attempt(1, 1L, Kind.TICKET, new Delivered("T-1", "https://t/1", "created")),
                attempt(2, 1L, Kind.TICKET, new Delivered("T-2", "https://t/2", "changed")));
        settle(attempt(3, 1L, Kind.TICKET, new Delivered("T-3", null, "changed")));

        assertThat(rows("SELECT ticket_id || ' ' || link FROM ticket")).containsExactly("T-3 https://t/2");
    }

    private void settle(Settlement... settlements) {
        settling.settle(List.of(settlements));
    }

    private Settlement attempt(long id, @Nullable Long conversation, Kind kind, DeliveryOutcome outcome) {
        jdbc.sql(
                        "INSERT INTO delivery (id, downstream, conversation, kind, reference, body, state, created_at,"
                                + " not_before, lease_token) OVERRIDING SYSTEM VALUE"
                                + " VALUES (:id, 'helpdesk', :conversation, :kind, :id, '\\x00', 'sending', :now, :now, :lease)")
                .param("id", id)
                .param("conversation", conversation)
                .param("kind", kind.label())
                .param("now", NOW.atOffset(ZoneOffset.UTC))
                .param("lease", LEASE)
                .update();
        var dispatch = new Dispatch(id, LEASE, "helpdesk", conversation, kind, id, 1, false, new Copy("", new byte[0]));
        return Settlement.of(dispatch, outcome, NOW, backoff);
    }

    private List<String> rows(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    private final class Listener implements Settled {
        @Override
        public void accepted(long message, String wamid) {
            heard.add(message + " accepted");
        }

        @Override
        public void joined(long message) {
            heard.add("joined " + message);
        }

        @Override
        public void failed(long message, MessageStatus status, @Nullable String error) {
            heard.add(message + " " + status);
        }

        @Override
        public void touched(Collection<Long> conversations) {
            heard.add("touched " + conversations);
        }
    }
}
