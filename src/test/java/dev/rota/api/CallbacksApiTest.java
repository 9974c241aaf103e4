package dev.rota.api;

import static dev.rota.desk.ExampleCompany.ADMIN;
import static dev.rota.desk.ExampleCompany.OTTO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.zaxxer.hikari.HikariDataSource;
import dev.rota.conversation.Queries;
import dev.rota.database.TestDatabase;
import dev.rota.desk.Role;
import dev.rota.desk.Viewer;
import dev.rota.downstream.ParkedDeliveries;
import dev.rota.downstream.back.ParkedCallbacks;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What was given up, on the way to helpdesks and on the way back, is seen and tried again. */
class CallbacksApiTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final HikariDataSource database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final List<String> stirred = new ArrayList<>();
    private final AtomicInteger woken = new AtomicInteger();
    private final MockMvc callbacks =
            Mvc.of(ADMIN, new CallbacksApi(new ParkedCallbacks(jdbc, clock, woken::incrementAndGet)));
    private final MockMvc deliveries = retries(ADMIN);

    private MockMvc retries(Viewer viewer) {
        return Mvc.of(
                viewer, new RetriesApi(Queries.deliveries(jdbc), new ParkedDeliveries(jdbc, clock, stirred::addAll)));
    }

    @BeforeEach
    void parked() {
        jdbc.sql("INSERT INTO callback (downstream, received_at, polled, body, state, attempts, not_before, reason)"
                        + " SELECT CASE WHEN n < 3 THEN 'helpdesk' ELSE 'gone' END, :at, false, 'a secret', 'parked', 8, :at,"
                        + " 'news has no text' FROM generate_series(1, 3) n")
                .param("at", NOW.minusSeconds(60).atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("INSERT INTO customer (id, created_at) VALUES (1, now())").update();
        jdbc.sql(
                        "INSERT INTO conversation (id, protocol, number, customer, status, queue, request_type, priority, epoch,"
                                + " opened_at, closed_at, last_message_at)"
                                + " VALUES (1, 'p1', '101', 1, 'closed', 'support', 'support', 1, 1, now(), now(), now())")
                .update();
        for (var state : List.of("parked", "ambiguous", "done")) {
            add("copy", state);
            add("reply", state);
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void the_list_goes_on_with_its_cursor_and_never_says_what_was_said() throws Exception {
        callbacks
                .perform(get("/api/callbacks?limit=2"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[*].id").value(Matchers.contains("3", "2")))
                .andExpect(jsonPath("$.items[0].downstream").value("gone"))
                .andExpect(jsonPath("$.items[0].reason").value("news has no text"))
                .andExpect(jsonPath("$.items[0].attempts").value(8))
                .andExpect(jsonPath("$.items[0].bytes").value(8))
                .andExpect(jsonPath("$.items[0].body").doesNotExist())
                .andExpect(jsonPath("$.next").value("2"));
        callbacks
                .perform(get("/api/callbacks?cursor=2"))
                .andExpect(jsonPath("$.items[*].id").value(Matchers.contains("1")));
        callbacks
                .perform(get("/api/callbacks?downstream=helpdesk"))
                .andExpect(jsonPath("$.items[*].id").value(Matchers.contains("2", "1")));
        callbacks
                .perform(get("/api/callbacks?downstream=nobody"))
                .andExpect(jsonPath("$.items").isEmpty());
        callbacks.perform(get("/api/callbacks?cursor=x")).andExpect(status().isBadRequest());
    }

    @Test
    void one_or_all_of_a_downstream_are_heard_again_once() throws Exception {
        callbacks
                .perform(post("/api/callbacks/1/replay"))
                .andExpect(jsonPath("$.replayed").value(1));
        callbacks
                .perform(post("/api/callbacks/1/replay"))
                .andExpect(jsonPath("$.replayed").value(0));
        callbacks
                .perform(post("/api/callbacks/replay?downstream=helpdesk"))
                .andExpect(jsonPath("$.replayed").value(1));
        callbacks
                .perform(post("/api/callbacks/replay"))
                .andExpect(jsonPath("$.replayed").value(1));

        assertThat(rows("SELECT state || attempts FROM callback")).containsOnly("due0");
        assertThat(rows(
                        "SELECT kind || ' ' || item || ' ' || downstream || ' by ' || by || ' after ' || attempts FROM again"
                                + " ORDER BY id"))
                .containsExactly(
                        "callback 1 helpdesk by admin after 8",
                        "callback 2 helpdesk by admin after 8",
                        "callback 3 gone by admin after 8");
        jdbc.sql("UPDATE callback SET state = 'parked' WHERE id = 1").update();
        callbacks
                .perform(get("/api/callbacks"))
                .andExpect(jsonPath("$.items[0].again.by").value("admin"))
                .andExpect(jsonPath("$.items[0].again.attempts").value(8));
        assertThat(woken).hasValue(4);
    }

    @Test
    void what_was_given_up_is_brought_as_if_it_were_new_but_for_answers_to_customers() throws Exception {
        deliveries
                .perform(post("/api/deliveries/retry?downstream=nobody"))
                .andExpect(jsonPath("$.retried").value(0));
        deliveries
                .perform(post("/api/deliveries/retry"))
                .andExpect(jsonPath("$.retried").value(1));
        deliveries
                .perform(post("/api/deliveries/retry?downstream=helpdesk"))
                .andExpect(jsonPath("$.retried").value(0));

        assertThat(rows("SELECT kind || ' ' || state || ' ' || attempts FROM delivery ORDER BY id"))
                .containsExactly(
                        "copy due 0",
                        "reply parked 9",
                        "copy ambiguous 9",
                        "reply ambiguous 9",
                        "copy done 9",
                        "reply done 9");
        assertThat(rows("SELECT (created_at = '2026-11-24T12:00:00Z')::text FROM delivery WHERE state = 'due'"))
                .as("it has its whole time again")
                .containsExactly("true");
        assertThat(stirred).contains("helpdesk");
        assertThat(rows("SELECT kind || ' ' || downstream || ' by ' || by || ' after ' || attempts FROM again"))
                .containsExactly("delivery helpdesk by admin after 9");
    }

    @Test
    void one_of_which_nobody_knows_whether_it_arrived_is_brought_again_when_somebody_says_so() throws Exception {
        var ambiguous = jdbc.sql("SELECT id FROM delivery WHERE state = 'ambiguous' AND kind = 'copy'")
                .query(Long.class)
                .single();
        deliveries
                .perform(post("/api/deliveries/" + ambiguous + "/retry"))
                .andExpect(jsonPath("$.retried").value(1));
        deliveries
                .perform(post("/api/deliveries/" + ambiguous + "/retry"))
                .andExpect(jsonPath("$.retried").value(0));
        deliveries.perform(post("/api/deliveries/x/retry")).andExpect(status().isNotFound());
    }

    @Test
    void a_supervisor_brings_again_what_is_of_the_own_teams_and_the_rest_is_not_there() throws Exception {
        jdbc.sql("UPDATE delivery SET conversation = 1, kind = 'ticket' WHERE kind = 'copy' AND state = 'parked'")
                .update();
        var ticket = jdbc.sql("SELECT id FROM delivery WHERE state = 'parked' AND kind = 'ticket'")
                .query(Long.class)
                .single();
        var salesOnly = new Viewer("nina", "Nina", Role.SUPERVISOR, Set.of("sales"));

        retries(salesOnly).perform(post("/api/deliveries/" + ticket + "/retry")).andExpect(status().isNotFound());
        retries(salesOnly)
                .perform(post("/api/deliveries/retry"))
                .andExpect(jsonPath("$.retried").value(0));
        assertThat(rows("SELECT by FROM again")).isEmpty();

        retries(OTTO)
                .perform(post("/api/deliveries/" + ticket + "/retry"))
                .andExpect(jsonPath("$.retried").value(1));
        assertThat(rows("SELECT by FROM again")).containsExactly("otto");
    }

    private void add(String kind, String state) {
        jdbc.sql("INSERT INTO delivery (downstream, conversation, kind, reference, body, state, attempts, created_at,"
                        + " not_before) VALUES ('helpdesk', CASE WHEN :kind = 'reply' THEN 1 END, :kind, (SELECT count(*) FROM delivery), 'x', :state, 9,"
                        + " now() - interval '9 days', now())")
                .param("kind", kind)
                .param("state", state)
                .update();
    }

    private List<String> rows(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
