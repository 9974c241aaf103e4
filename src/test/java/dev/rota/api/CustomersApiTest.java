package dev.rota.api;

import static dev.rota.desk.ExampleCompany.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.zaxxer.hikari.HikariDataSource;
import dev.rota.customer.ProfileImport;
import dev.rota.customer.Profiles;
import dev.rota.database.TestDatabase;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** What other programs tell of customers. */
class CustomersApiTest {

    private final HikariDataSource database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final Profiles profiles = new Profiles(jdbc, Clock.systemUTC());
    private final MockMvc mvc = Mvc.of(ADMIN, new CustomersApi(profiles, new ProfileImport(profiles)));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void what_is_put_is_kept_in_place_of_what_was_with_who_said_so() throws Exception {
        put(
                        "+55 (11) 98765-4321",
                        "{\"name\":\"Lia\",\"tier\":\"gold\",\"attributes\":{\"product\":\"fibre\",\"old\":\"x\"}}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.id").value("5511987654321"))
                .andExpect(jsonPath("$.attributes.product").value("fibre"));
        put("5511987654321", "{\"city\":\"Santos\",\"tier\":null,\"attributes\":{\"product\":\"mobile\",\"old\":null}}")
                .andExpect(status().isOk());

        assertThat(row("5511987654321"))
                .containsEntry("name", null)
                .containsEntry("tier", null)
                .containsEntry("city", "Santos")
                .containsEntry("attributes", "{\"product\": \"mobile\"}")
                .containsEntry("changed_by", "admin");
    }

    @Test
    void the_same_again_changes_nothing() throws Exception {
        put("5511987654321", "{\"tier\":\"gold\"}");
        jdbc.sql("UPDATE customer_profile SET changed_by = 'first'").update();
        put("5511987654321", "{\"tier\":\"gold\"}").andExpect(status().isOk());

        assertThat(row("5511987654321")).containsEntry("changed_by", "first");
    }

    @Test
    void a_customer_may_be_named_by_the_id_that_the_api_gave() throws Exception {
        jdbc.sql("INSERT INTO customer (id, created_at) VALUES (7, now()), (8, now())")
                .update();
        jdbc.sql(
                        """
                        INSERT INTO customer_identity (kind, value, customer, until) VALUES
                            ('WA_ID', '5511000000000', 7, now()), ('WA_ID', '5511900000007', 7, NULL),
                            ('BSUID', 'BR.7', 7, NULL), ('BSUID', 'BR.8', 8, NULL)
                        """)
                .update();
        put("7", "{\"tier\":\"gold\"}").andExpect(jsonPath("$.id").value("5511900000007"));
        put("8", "{\"tier\":\"gold\"}").andExpect(jsonPath("$.id").value("BR.8"));
        put("9", "{\"tier\":\"gold\"}").andExpect(jsonPath("$.field").value("id"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    123            | {"tier":"gold"}                    | 422 | id
                    abc            | {"tier":"gold"}                    | 422 | id
                    0011987654321  | {"tier":"gold"}                    | 422 | id
                    5511987654321  | {"tier":""}                        | 422 | tier
                    5511987654321  | {"name":"a\\nb"}                   | 422 | name
                    5511987654321  | {"name":"a\\u0000"}                | 422 | name
                    5511987654321  | {"city":"\\ud800"}                 | 422 | city
                    5511987654321  | {"attributes":{"":"x"}}            | 422 | attributes
                    5511987654321  | {"attributes":{"a'b":"x"}}         | 422 | attributes
                    5511987654321  | {"attributes":{"debts":" "}}       | 422 | attributes.debts
                    5511987654321  | {"attributes":{"debts":[]}}        | 400 |
                    5511987654321  | {"teir":"gold"}                    | 400 |
                    5511987654321  | ["gold"]                           | 400 |
                    5511987654321  | {"tier"                            | 400 |
                    """)
    void what_can_not_be_kept_is_refused_with_its_field_and_not_repeated(
            String id, String body, int status, @Nullable String field) throws Exception {
        var answer = put(id, body)
                .andExpect(status().is(status))
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andReturn()
                .getResponse()
                .getContentAsString();
        if (field != null) {
            assertThat(answer).contains("\"field\":\"" + field + "\"");
        }
        assertThat(answer).doesNotContain("gold");
        assertThat(jdbc.sql("SELECT count(*) FROM customer_profile")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_file_is_taken_and_its_refused_lines_are_told() throws Exception {
        mvc.perform(post("/api/customers/import")
                        .contentType("text/csv")
                        .content("phone,tier\n5511987654321,gold\n12,silver\n"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.read").value(2))
                .andExpect(jsonPath("$.created").value(1))
                .andExpect(jsonPath("$.refused").value(1))
                .andExpect(jsonPath("$.lines[0].line").value(3))
                .andExpect(jsonPath("$.complete").value(true));
        mvc.perform(post("/api/customers/import").contentType("text/csv").content("a,b\n"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("columns"));
        mvc.perform(post("/api/customers/import")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .andExpect(status().isUnsupportedMediaType());
    }

    private ResultActions put(String id, String body) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.put("/api/customers/{id}", id)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private Map<String, Object> row(String id) {
        return jdbc.sql("SELECT name, tier, city, attributes::text AS attributes, changed_by FROM customer_profile"
                        + " WHERE id = ?")
                .param(id)
                .query()
                .singleRow();
    }
}
