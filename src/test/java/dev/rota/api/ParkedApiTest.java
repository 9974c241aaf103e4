package dev.rota.api;

import static dev.rota.desk.ExampleCompany.ADMIN;
import static dev.rota.desk.ExampleCompany.OTTO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.zaxxer.hikari.HikariDataSource;
import dev.rota.database.TestDatabase;
import dev.rota.desk.ExampleCompany;
import dev.rota.desk.Role;
import dev.rota.desk.Viewer;
import dev.rota.journal.Parked;
import java.util.Set;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

class ParkedApiTest {

    private final HikariDataSource database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final MockMvc admin = api(ADMIN);

    private MockMvc api(Viewer viewer) {
        return Mvc.of(viewer, new ParkedApi(new Parked("a", jdbc), ExampleCompany::get));
    }

    @BeforeEach
    void three_of_two_numbers() {
        jdbc.sql(
                        "INSERT INTO parked SELECT n, gen_random_uuid(), 'message', 1, CASE WHEN n < 3 THEN '101' ELSE '999' END,"
                                + " now(), 'what was said', 'failed', now(), 5 FROM generate_series(1, 3) n")
                .update();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void the_list_goes_on_with_its_cursor_and_never_says_what_was_said() throws Exception {
        admin.perform(get("/api/parked?limit=2"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[*].id").value(Matchers.contains("3", "2")))
                .andExpect(jsonPath("$.items[*].number").value(Matchers.contains("999", "vendas")))
                .andExpect(jsonPath("$.items[0].attempts").value(5))
                .andExpect(jsonPath("$.items[0].bytes").value(13))
                .andExpect(jsonPath("$.items[0].body").value(Matchers.nullValue()))
                .andExpect(jsonPath("$.next").value("2"));
        admin.perform(get("/api/parked?limit=2&cursor=2"))
                .andExpect(jsonPath("$.items[*].id").value(Matchers.contains("1")))
                .andExpect(jsonPath("$.next").value(Matchers.nullValue()));
        admin.perform(get("/api/parked?number=vendas"))
                .andExpect(jsonPath("$.items[*].id").value(Matchers.contains("2", "1")));
        admin.perform(get("/api/parked?number=nobody")).andExpect(status().isUnprocessableEntity());
        admin.perform(get("/api/parked?cursor=x")).andExpect(status().isBadRequest());
    }

    @Test
    void who_sees_some_numbers_sees_the_events_of_these_and_no_others() throws Exception {
        var nina = api(new Viewer("nina", "Nina", Role.SUPERVISOR, Set.of("sales")));
        nina.perform(get("/api/parked")).andExpect(jsonPath("$.items[*].id").value(Matchers.contains("2", "1")));
        nina.perform(get("/api/parked?number=999"))
                .andExpect(jsonPath("$.items").isEmpty());
        nina.perform(get("/api/parked/1")).andExpect(status().isOk());
        nina.perform(get("/api/parked/3")).andExpect(status().isNotFound());
        api(OTTO).perform(get("/api/parked/1")).andExpect(status().isNotFound());
    }

    @Test
    void what_was_said_is_for_administrators() throws Exception {
        admin.perform(get("/api/parked/1")).andExpect(jsonPath("$.body").value("what was said"));
        api(new Viewer("kim", "Kim", Role.ENGINEER, Set.of()))
                .perform(get("/api/parked/1"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.body").value(Matchers.nullValue()));
        admin.perform(get("/api/parked/17")).andExpect(status().isNotFound());
    }

    @Test
    void one_or_all_of_a_number_go_back_once() throws Exception {
        admin.perform(post("/api/parked/1/replay"))
                .andExpect(jsonPath("$.replayed").value(1));
        admin.perform(post("/api/parked/1/replay"))
                .andExpect(jsonPath("$.replayed").value(0));
        jdbc.sql("UPDATE parked SET replayed_at = NULL, attempts = 6 WHERE id = 1")
                .update();
        admin.perform(get("/api/parked/1"))
                .andExpect(jsonPath("$.again.by").value("admin"))
                .andExpect(jsonPath("$.again.attempts").value(5));
        jdbc.sql("UPDATE parked SET replayed_at = now() WHERE id = 1").update();
        admin.perform(post("/api/parked/replay?number=vendas"))
                .andExpect(jsonPath("$.replayed").value(1));
        admin.perform(post("/api/parked/replay"))
                .andExpect(jsonPath("$.replayed").value(1));

        assertThat(jdbc.sql("SELECT count(*) FROM pending").query(Integer.class).single())
                .isEqualTo(3);
        assertThat(jdbc.sql("SELECT sum(count) FROM ledger WHERE figure = 'parked'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(-3);
    }
}
