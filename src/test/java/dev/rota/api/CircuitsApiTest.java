package dev.rota.api;

import static dev.rota.desk.ExampleCompany.ADMIN;
import static dev.rota.desk.ExampleCompany.BIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import com.zaxxer.hikari.HikariDataSource;
import dev.rota.database.TestDatabase;
import dev.rota.desk.ExampleCompany;
import dev.rota.downstream.OpenCircuits;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.json.JsonCompareMode;

/** What can't be sent at present is told once for each channel. */
class CircuitsApiTest {

    private final HikariDataSource source = TestDatabase.fresh();
    private final OpenCircuits circuits = new OpenCircuits(JdbcClient.create(source));

    @AfterEach
    void close() {
        source.close();
    }

    @Test
    void each_is_told_once_with_what_waits_and_of_other_teams_numbers_nothing() throws Exception {
        run("INSERT INTO open_circuit (downstream, since, reason, probe_at) VALUES"
                + " ('whatsapp.vendas', '2026-11-24T12:00:00Z', 'no token', '2026-11-24T12:00:30Z'),"
                + " ('whatsapp.suporte', '2026-11-24T12:01:00Z', 'locked', '2026-11-24T12:01:30Z'),"
                + " ('helpdesk', '2026-11-24T12:02:00Z', 'it answered 503', '2026-11-24T12:02:30Z')");
        run("INSERT INTO delivery (downstream, kind, reference, body, state, created_at, not_before)"
                + " SELECT 'whatsapp.vendas', 'copy', n, '', CASE n WHEN 3 THEN 'done' ELSE 'due' END, now(), now()"
                + " FROM generate_series(1, 3) n");

        Mvc.of(BIA, new CircuitsApi(circuits, ExampleCompany::get))
                .perform(get("/api/circuits"))
                .andExpect(content()
                        .json(
                                """
                                {"items": [{"downstream": "whatsapp.vendas", "number": "vendas",
                                            "since": "2026-11-24T12:00:00Z", "reason": "no token", "waiting": 2,
                                            "probeAt": "2026-11-24T12:00:30Z"}], "next": null}
                                """,
                                JsonCompareMode.STRICT));
        Mvc.of(ADMIN, new CircuitsApi(circuits, ExampleCompany::get))
                .perform(get("/api/circuits"))
                .andExpect(jsonPath("$.items.length()").value(3))
                .andExpect(jsonPath("$.items[2].number").isEmpty());
    }

    private void run(String sql) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }
}
