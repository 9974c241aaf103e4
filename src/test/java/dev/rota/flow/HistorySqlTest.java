package dev.rota.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.customer.Histories;
import dev.rota.database.TestDatabase;
import dev.rota.desk.Event;
import dev.rota.desk.ExampleCompany;
import dev.rota.desk.Heard;
import dev.rota.desk.Identity;
import dev.rota.desk.Profile;
import dev.rota.desk.Rules;
import dev.rota.desk.Standing;
import dev.rota.desk.Turn;
import dev.rota.inquiry.Content;
import dev.rota.inquiry.History;
import dev.rota.inquiry.Said;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The history query as the routes ask it. */
class HistorySqlTest {

    private static final String QUERY =
            "sql:file:" + Path.of("routes/sql/history.sql") + "?dataSource=#lookups&outputType=SelectOne";
    private static final long LIA = 7;
    private static final Rules UNASKED = new Rules("set-1", ExampleCompany.get(), inquiry -> {
        throw new AssertionError("nothing is decided here");
    });

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final DataSource source = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(source);

    @BeforeEach
    void start() {
        camel.getRegistry().bind("lookups", source);
        camel.start();
        jdbc.sql("INSERT INTO customer (id, name, created_at) VALUES (7, 'Lia', now()), (8, 'Rui', now())")
                .update();
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void it_tells_who_answered_last_what_it_was_about_and_how_often() throws Exception {
        conversation(1, LIA, "sales", "sales", 40, true, List.of("bia"));
        conversation(2, LIA, "support", "outage", 20, true, List.of("eva", "ana"));
        conversation(3, LIA, "sales", "none", 1, false, List.of());
        conversation(4, 8, "billing", "billing", 0, false, List.of("caio"));

        assertThat(history()).isEqualTo(new History("ana", "outage", "sales", 1, 2));
    }

    @Test
    void somebody_who_never_had_a_conversation_has_no_history() throws Exception {
        assertThat(history()).isEqualTo(History.NONE);
    }

    @Test
    void a_great_past_costs_no_more_than_its_end() throws Exception {
        for (int id = 1; id <= 200; id++) {
            conversation(id, LIA, "sales", "sales", 0, true, List.of("bia"));
        }
        assertThat(history()).isEqualTo(new History("bia", "sales", "sales", 0, 50));
    }

    private History history() throws Exception {
        var at = Instant.EPOCH;
        var event = new Event(1, new UUID(0, 1), "message", 0, "101", at, new byte[0]);
        var said = Said.of("wamid.1", new Content.Text("oi"), at);
        var identities = List.of(new Identity(Identity.Kind.WA_ID, "551"));
        var turn = Turn.of(
                UNASKED,
                Heard.Message.of(event, identities, Profile.NONE, said),
                new Standing(LIA, true, null, 0, null, false, false, null));
        try (ProducerTemplate template = camel.createProducerTemplate()) {
            var histories = new Histories();
            var question = histories.ask(turn);
            @SuppressWarnings("unchecked")
            var row = (@Nullable Map<String, Object>) template.requestBody(QUERY, question);
            return histories.answered(turn, row, question).history();
        }
    }

    private void conversation(
            long id, long customer, String queue, String type, int daysAgo, boolean closed, List<String> agents) {
        jdbc.sql(
                        """
                        INSERT INTO conversation (id, protocol, number, customer, status, queue, request_type, priority,
                            epoch, opened_at, waiting_since, last_message_at, closed_at)
                        VALUES (:id, :id::text, 'vendas', :customer, CASE WHEN :closed THEN 'closed' ELSE 'waiting' END,
                            :queue, :type, 1, 1, now() - make_interval(days => :days),
                            CASE WHEN NOT :closed THEN now() END, now(), CASE WHEN :closed THEN now() END)
                        """)
                .param("id", id)
                .param("customer", customer)
                .param("closed", closed)
                .param("queue", queue)
                .param("type", type)
                .param("days", daysAgo)
                .update();
        for (int epoch = 1; epoch <= agents.size(); epoch++) {
            assigned(id, epoch, agents.get(epoch - 1), daysAgo);
        }
    }

    private void assigned(long conversation, int epoch, String agent, int daysAgo) {
        jdbc.sql("INSERT INTO change VALUES (:id, :epoch, DEFAULT, now(), 'assign', 'engine', '', 'closed', 'x', NULL)")
                .param("id", conversation)
                .param("epoch", epoch)
                .update();
        jdbc.sql(
                        """
                        INSERT INTO assignment (conversation, epoch, agent, from_at, to_at, by, why, because)
                        VALUES (:id, :epoch, :agent, now() - make_interval(days => :days) + make_interval(secs => :epoch),
                            now(), 'engine', '', '[]')
                        """)
                .param("id", conversation)
                .param("epoch", epoch)
                .param("agent", agent)
                .param("days", daysAgo)
                .update();
    }
}
