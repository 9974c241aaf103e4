package dev.rota.conversation;

import static dev.rota.desk.ExampleCompany.ADMIN;
import static dev.rota.desk.ExampleCompany.ANA;
import static dev.rota.desk.ExampleCompany.BIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rota.database.TestDatabase;
import dev.rota.desk.ExampleCompany;
import dev.rota.desk.Gathering;
import dev.rota.desk.Viewer;
import dev.rota.search.Unsearchable;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What was said is found by its words, the newest first, and only by who may see it. */
class ArchiveSearchTest {

    private static JdbcClient database;
    private static MessageWords words;
    private static Archive archive;
    private LedgerRows rows;
    private long maria;
    private long joao;

    @BeforeAll
    static void connect() {
        var source = TestDatabase.fresh();
        database = JdbcClient.create(source);
        words = new MessageWords(database, new TransactionTemplate(new JdbcTransactionManager(source)), Gathering.NONE);
        archive = new ArchiveQuery(database, ExampleCompany::get);
    }

    @BeforeEach
    void two_customers() {
        database.sql("TRUNCATE message_words, message_words_due").update();
        rows = LedgerRows.inEmpty(database);
        maria = rows.add(Chapter.inProgress("Maria José", "sales", "bia").phone("5511987654321"));
        joao = rows.add(
                Chapter.closed("JOÃO Lima", "support").phone("5521912340000").number("102"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "instalacao | Quero a instalação já",
                "INSTALAÇÕES | Quero a instalação já",
                "ja | Quero a instalação já",
                "boletos | o boleto venceu",
                "venc* | o boleto venceu",
                "boleto venceu | o boleto venceu",
                "`\"boleto venceu\"` | o boleto venceu",
                "`\"o boleto venceu\"` | o boleto venceu",
                "`\"venceu boleto\"` | ",
                "vence | ",
                "boleto instalação | ",
                "recibí facturas | ¿No recibí la factura?",
                "my invoices | Where's my invoice?",
                "1.234,56 | cobraram 1.234,56 a mais",
                "1.234,57 | ",
                "2a via | a 2ª via, por favor",
            })
    void a_message_is_found_by_its_words(String typed, String expected) {
        for (var text : List.of(
                "Quero a instalação já",
                "o boleto venceu",
                "¿No recibí la factura?",
                "Where's my invoice?",
                "cobraram 1.234,56 a mais",
                "a 2ª via, por favor")) {
            say(maria, text);
        }

        assertThat(found(typed, ADMIN)).isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "oi name:joao | oi do João",
                "oi name:jose | oi da Maria",
                "name:\"maria jose\" | oi da Maria",
                "phone:4321 | oi da Maria",
                "phone:+55(11)98765-4321 | oi da Maria",
                "oi phone:9999 | ",
                "protocol:20261124-000002 | oi do João",
                "protocol:02 oi | oi do João",
                "oi number:suporte | oi do João",
                "oi queue:sales | oi da Maria",
                "oi owner:bia | oi da Maria",
                "oi owner:none | ",
                "oi name:maria owner:me | ",
            })
    void filters_leave_what_they_ask_for(String typed, String expected) {
        say(maria, "oi da Maria");
        say(joao, "oi do João");

        assertThat(found(typed, ADMIN)).isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @Test
    void nobody_finds_what_they_may_not_see() {
        say(maria, "segredo das vendas");
        say(joao, "segredo do suporte");

        assertThat(found("segredo", ADMIN)).containsExactly("segredo do suporte", "segredo das vendas");
        assertThat(found("segredo", BIA)).containsExactly("segredo das vendas");
        assertThat(found("segredo", ANA)).containsExactly("segredo do suporte");
        assertThat(found("name:maria", ANA)).isEmpty();
        assertThat(found("segredo protocol:000001", ANA)).isEmpty();
    }

    @Test
    void what_was_only_recorded_is_not_found() {
        say(joao, "segredo");
        database.sql("UPDATE conversation SET shadow = true WHERE id = ?")
                .param(joao)
                .update();

        assertThat(found("segredo", ADMIN)).isEmpty();
    }

    @Test
    void pages_follow_each_other_whatever_is_said_meanwhile() {
        for (int n = 1; n <= 7; n++) {
            say(n % 2 == 0 ? maria : joao, "boleto " + n);
        }
        words.run();
        var first = archive.search("boleto", null, 3, ADMIN);
        say(maria, "boleto 8");
        words.run();
        var second = archive.search("boleto", first.next(), 3, ADMIN);
        var third = archive.search("boleto", second.next(), 3, ADMIN);

        assertThat(texts(first)).containsExactly("boleto 7", "boleto 6", "boleto 5");
        assertThat(texts(second)).containsExactly("boleto 4", "boleto 3", "boleto 2");
        assertThat(texts(third)).containsExactly("boleto 1");
        assertThat(third.next()).isNull();
    }

    @Test
    void blocks_are_looked_through_from_the_newest_back() {
        for (int n = 1; n <= 9; n++) {
            database.sql("SELECT setval(pg_get_serial_sequence('message', 'id'), ?)")
                    .param(n * 300_000L)
                    .query(Long.class)
                    .single();
            say(maria, n == 5 ? "raro" : "boleto " + n);
        }

        assertThat(found("raro", ADMIN)).containsExactly("raro");
        assertThat(found("boleto", ADMIN)).startsWith("boleto 9", "boleto 8").hasSize(8);
        var first = archive.search("boleto", null, 4, ADMIN);
        assertThat(texts(archive.search("boleto", first.next(), 10, ADMIN)))
                .containsExactly("boleto 4", "boleto 3", "boleto 2", "boleto 1");
    }

    @Test
    void what_has_lost_its_words_is_not_found_any_more() {
        say(maria, "minha senha");
        assertThat(found("senha", ADMIN)).hasSize(1);

        database.sql("UPDATE message SET text = '' WHERE conversation = ?")
                .param(maria)
                .update();

        assertThat(database.sql("SELECT count(*) FROM message_words")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(found("senha", ADMIN)).isEmpty();
        assertThat(found("name:maria", ADMIN)).isEmpty();
    }

    @Test
    void words_that_were_read_before_they_were_lost_go_too() {
        say(maria, "minha senha");
        words.run();
        database.sql("UPDATE message SET text = '' WHERE conversation = ?")
                .param(maria)
                .update();
        database.sql("INSERT INTO message_words SELECT id, conversation, 'minha senha' FROM message")
                .update();

        assertThat(found("senha", ADMIN)).isEmpty();
        assertThat(database.sql("SELECT count(*) FROM message_words")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_message_that_is_gone_leaves_nothing() {
        say(maria, "minha senha");
        words.run();

        database.sql("DELETE FROM message WHERE conversation = ?").param(maria).update();
        words.run();

        assertThat(database.sql("SELECT count(*) FROM message_words")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void an_excerpt_shows_why_it_was_found() {
        say(maria, "Quero a instalação já");
        words.run();

        var past = archive.search("instalacoes", null, 10, ADMIN).items().get(0);

        assertThat(past.conversation().protocol()).isEqualTo("20261124-000001");
        assertThat(past.conversation().number()).isEqualTo("vendas");
        assertThat(past.excerpt())
                .filteredOn(part -> part.found())
                .singleElement()
                .satisfies(part -> assertThat(part.text()).isEqualTo("instalação"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"number:vendas", "queue:sales owner:me"})
    void filters_that_leave_too_much_want_a_word(String typed) {
        assertThatThrownBy(() -> found(typed, ADMIN))
                .isInstanceOf(Unsearchable.class)
                .hasMessageStartingWith(typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "Rk9VTkQgeA", "T0xERVIgMTI"})
    void a_cursor_of_another_list_is_refused(String cursor) {
        assertThatThrownBy(() -> archive.search("boleto", cursor, 10, ADMIN)).isInstanceOf(UnknownCursor.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'); DROP TABLE message; --",
                "\\",
                "o'brien",
                "a\\'b",
                "%",
                "name:%%%",
                "name:___",
                "phone:1234%"
            })
    void whatever_is_typed_is_only_looked_for(String typed) {
        say(maria, "oi");
        try {
            assertThat(found(typed, ADMIN)).isEmpty();
        } catch (Unsearchable refused) {
            assertThat(refused).hasMessageContaining("expected");
        }
    }

    private void say(long conversation, String text) {
        rows.message(conversation, "in", text, Chapter.NOON, null);
    }

    private static List<String> found(String typed, Viewer viewer) {
        words.run();
        return texts(archive.search(typed, null, 10, viewer));
    }

    private static List<String> texts(Page<Past> page) {
        return page.items().stream().map(past -> past.message().text()).toList();
    }
}
