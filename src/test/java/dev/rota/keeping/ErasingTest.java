package dev.rota.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.rota.desk.Event;
import dev.rota.desk.Role;
import dev.rota.desk.Viewer;
import dev.rota.journal.Journal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** After an erasure nothing of a customer is found in any column of any table; everybody else's is. */
@SpringBootTest(
        classes = KeepingAlone.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = "rota.public-url=http://rota.example")
@DirtiesContext
class ErasingTest {

    private static final Viewer ADMIN = new Viewer("admin", "Admin", Role.ADMIN, Set.of());

    private static final List<String> MARIAS = List.of(
            "5511987651234",
            "BR.900100",
            "Maria Aparecida",
            "minha senha secreta",
            "wamid.MARIA1",
            "wamid.TOMARIA1",
            "maria.ap");
    private static final List<String> JOAOS = List.of("5511900000002", "BR.900200", "João", "wamid.JOAO1");

    @Autowired
    Erasing erasing;

    @Autowired
    Journal journal;

    @Autowired
    JdbcClient jdbc;

    private final Event heard = event("from", "5511987651234", "wamid.MARIA1", "minha senha secreta");

    @BeforeEach
    void two_customers() {
        for (var table : List.of(
                "customer",
                "journal",
                "callback",
                "parked",
                "pending",
                "message_progress",
                "customer_profile",
                "erasure",
                "message_words",
                "message_words_due")) {
            jdbc.sql("TRUNCATE " + table + " CASCADE").update();
        }
        var everywhere = new Traces(jdbc);
        everywhere.customer(1, "Maria Aparecida", "5511987651234", "BR.900100");
        everywhere.customer(2, "João", "5511900000002", "BR.900200");
        everywhere.said(1, "wamid.MARIA1", "wamid.TOMARIA1", "minha senha secreta");
        everywhere.said(2, "wamid.JOAO1", "wamid.TOJOAO1", "me liga no 5511 987651234");
        append(
                heard,
                event("recipient_id", "5511987651234", "wamid.OTHER1", ""),
                event("recipient_user_id", "BR.900100", "wamid.OTHER2", ""),
                event("from", "5511900000002", "wamid.JOAO1", "me liga no 5511 987651234"));
        jdbc.sql("TRUNCATE pending").update();
        jdbc.sql(
                        "INSERT INTO parked SELECT id, key, kind, lane, number, received_at, body, 'failed', now() FROM journal")
                .update();
    }

    private static Event event(String member, String id, String wamid, String text) {
        var body =
                """
                {"entry":[{"changes":[{"value":{"messages":[{"%s":"%s","id":"%s","text":{"body":"%s"}}]}}]}]}"""
                        .formatted(member, id, wamid, text);
        return new Event(
                0,
                UUID.randomUUID(),
                "message",
                1,
                "101",
                Clock.systemUTC().instant(),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private void append(Event... events) {
        journal.append(List.of(events)).join();
    }

    /** The tables in which a text stands, whatever the type of the column. */
    private Set<String> tablesWith(String text) {
        var found = new TreeSet<String>();
        jdbc.sql("SELECT c.table_name, c.column_name, c.data_type FROM information_schema.columns c"
                        + " JOIN information_schema.tables t USING (table_schema, table_name)"
                        + " WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'")
                .query((row, n) -> List.of(row.getString(1), row.getString(2), row.getString(3)))
                .list()
                .forEach(column -> {
                    var place = column.get(2).equals("bytea")
                            ? "position(convert_to(?, 'UTF8') IN \"%s\") > 0"
                            : "position(? IN \"%s\"::text) > 0";
                    var sql = "SELECT EXISTS (SELECT FROM \"%s\" WHERE " + place + ")";
                    if (jdbc.sql(sql.formatted(column.get(0), column.get(1)))
                            .param(text)
                            .query(Boolean.class)
                            .single()) {
                        found.add(column.get(0).replaceFirst("_\\d{8}$", ""));
                    }
                });
        return found;
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "5511987651234", "+55 (11) 98765-1234", "BR.900100"})
    void nothing_of_a_customer_is_left_by_whatever_name_they_were_called(String called) {
        var before = new TreeSet<String>();
        MARIAS.forEach(text -> {
            assertThat(tablesWith(text)).as("negative control: %s", text).isNotEmpty();
            before.addAll(tablesWith(text));
        });
        assertThat(before)
                .containsExactlyInAnyOrder(
                        "callback",
                        "conversation",
                        "customer",
                        "customer_identity",
                        "customer_profile",
                        "decision",
                        "delivery",
                        "journal",
                        "media",
                        "message",
                        "message_progress",
                        "parked");

        var erased = erasing.erase(called, ADMIN);

        MARIAS.forEach(text -> assertThat(tablesWith(text)).as(text).isEmpty());
        assertThat(erased.counts())
                .containsEntry("journal", 3)
                .containsEntry("parked", 3)
                .containsEntry("message", 2);
        assertThat(jdbc.sql("SELECT by || ' ' || customer FROM erasure")
                        .query(String.class)
                        .single())
                .isEqualTo("admin 1");
    }

    /** With folded words, and without the little ones: {@code minha} is one. */
    @Test
    void what_a_customer_said_is_not_found_any_more_from_the_moment_of_the_answer() {
        await().until(() -> tablesWith("senha secreta"), tables -> tables.contains("message_words"));

        erasing.erase("1", ADMIN);

        assertThat(tablesWith("senha secreta")).isEmpty();
        assertThat(tablesWith("liga 5511 987651234")).containsExactly("message_words");
    }

    @Test
    void an_id_that_was_the_customers_and_is_somebody_elses_now_touches_nothing_of_theirs() {
        jdbc.sql(
                        "INSERT INTO customer_identity (kind, value, customer, until) VALUES ('WA_ID', '5511900000002', 1, now())")
                .update();
        jdbc.sql("INSERT INTO customer_candidate VALUES (1, 2, 'the same phone', now())")
                .update();

        erasing.erase("1", ADMIN);

        assertThat(tablesWith("wamid.JOAO1")).contains("journal", "message");
        assertThat(tablesWith("5511900000002")).contains("customer_identity", "journal", "customer_profile");
        assertThatThrownBy(() -> erasing.erase("5511987651234", ADMIN)).isInstanceOf(NotErased.class);
        assertThat(erasing.erase("5511900000002", ADMIN).customer()).isEqualTo("2");
    }

    @Test
    void everybody_elses_words_stay_even_those_about_the_customer() {
        var before = JOAOS.stream().map(this::tablesWith).toList();

        erasing.erase("1", ADMIN);

        assertThat(JOAOS.stream().map(this::tablesWith).toList()).isEqualTo(before);
        assertThat(tablesWith("me liga no 5511 987651234"))
                .contains("journal", "media", "message", "parked", "delivery", "callback");
    }

    @Test
    void counts_and_keys_stay_so_the_same_webhook_has_no_effect_again() {
        erasing.erase("1", ADMIN);

        append(heard);

        assertThat(jdbc.sql("SELECT count(*) FROM journal").query(Integer.class).single())
                .isEqualTo(4);
        assertThat(jdbc.sql("SELECT count(*) FROM pending").query(Integer.class).single())
                .isZero();
        assertThat(jdbc.sql("SELECT count(*) FROM message").query(Integer.class).single())
                .isEqualTo(4);
    }

    @Test
    void what_was_still_due_is_not_sent_any_more() {
        erasing.erase("1", ADMIN);

        assertThat(jdbc.sql(
                                "SELECT state || ' ' || coalesce(outcome, '-') FROM delivery WHERE conversation = 1 ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly("done cancelled", "done -");
    }

    @Test
    void while_something_of_the_customer_is_pending_or_being_sent_nothing_is_touched() {
        append(event("from", "5511987651234", "wamid.NEW", "mais uma"));
        assertThatThrownBy(() -> erasing.erase("1", ADMIN))
                .hasMessage("events of this customer are still to be handled; try again");
        jdbc.sql("TRUNCATE pending").update();
        jdbc.sql("UPDATE delivery SET state = 'sending' WHERE state = 'due'").update();
        assertThatThrownBy(() -> erasing.erase("1", ADMIN))
                .hasMessage("something of this customer is being sent at this moment; try again");

        assertThat(tablesWith("minha senha secreta")).hasSize(7);
    }

    @Test
    void somebody_unknown_is_not_erased_and_who_is_erased_is_unknown() {
        assertThatThrownBy(() -> erasing.erase("5511000000000", ADMIN)).isInstanceOf(NotErased.class);

        erasing.erase("BR.900100", ADMIN);

        assertThatThrownBy(() -> erasing.erase("BR.900100", ADMIN)).isInstanceOf(NotErased.class);
        assertThat(erasing.erase("1", ADMIN).counts()).containsEntry("journal", 0);
    }
}
