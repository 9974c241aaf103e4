package dev.rota.conversation;

import static dev.rota.desk.ExampleCompany.ADMIN;
import static dev.rota.desk.ExampleCompany.ANA;
import static dev.rota.desk.ExampleCompany.BIA;
import static dev.rota.desk.ExampleCompany.RUI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rota.database.TestDatabase;
import dev.rota.desk.ExampleCompany;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All chapters of a customer are one thread, whatever numbers they were on. */
class ArchiveHistoryTest {

    private static JdbcClient database;
    private static Archive archive;
    private LedgerRows rows;
    private long customer;
    private long support;

    @BeforeAll
    static void connect() {
        var source = TestDatabase.fresh();
        database = JdbcClient.create(source);
        archive = new ArchiveQuery(database, ExampleCompany::get);
    }

    @BeforeEach
    void a_customer_with_two_chapters() {
        rows = LedgerRows.inEmpty(database);
        customer = rows.add(Chapter.closed("Maria", "sales"));
        support = rows.add(Chapter.waiting("Maria again", "support").number("102"));
        database.sql("UPDATE conversation SET customer = ?").param(customer).update();
    }

    @Test
    void its_pages_hold_every_message_once_newest_first() {
        alternately(10);

        var pages = new ArrayList<List<String>>();
        var page = page(null);
        for (; page.next() != null; page = page(page.next())) {
            pages.add(texts(page));
        }
        pages.add(texts(page));

        assertThat(pages)
                .containsExactly(
                        List.of("m10", "m9", "m8"),
                        List.of("m7", "m6", "m5"),
                        List.of("m4", "m3", "m2"),
                        List.of("m1"));
    }

    @Test
    void each_message_tells_its_chapter() {
        alternately(2);

        assertThat(page(null).items())
                .extracting(past -> past.conversation().number())
                .containsExactly("vendas", "suporte");
    }

    @Test
    void a_page_leads_to_what_came_after_it() {
        alternately(7);
        var newest = page(null);
        var middle = page(newest.next());
        assertThat(texts(middle)).containsExactly("m4", "m3", "m2");

        assertThat(texts(page(middle.newer()))).containsExactly("m7", "m6", "m5");
        assertThat(texts(page(newest.newer()))).isEmpty();
        say(support, "m8");
        var after = page(newest.newer());
        assertThat(texts(after)).containsExactly("m8");
        assertThat(texts(page(after.next()))).containsExactly("m7", "m6", "m5");
        assertThat(page(page(newest.newer()).newer()).newer()).isEqualTo(after.newer());
    }

    @Test
    void what_is_said_while_somebody_reads_moves_nothing() {
        alternately(6);
        var first = page(null);

        alternately(5);

        assertThat(texts(page(first.next()))).containsExactly("m3", "m2", "m1");
    }

    @Test
    void chapters_that_a_viewer_may_not_see_are_not_there() {
        alternately(4);

        assertThat(texts(archive.history(customer, null, 10, BIA).orElseThrow()))
                .containsExactly("m4", "m2");
        assertThat(texts(archive.history(customer, null, 10, ANA).orElseThrow()))
                .containsExactly("m3", "m1");
        assertThat(archive.history(customer, null, 10, RUI)).isEmpty();
        assertThat(archive.history(4_711, null, 10, ADMIN)).isEmpty();
    }

    @Test
    void a_reaction_stands_on_its_message() {
        say(support, "oi");
        database.sql(
                        """
                        INSERT INTO message (conversation, wamid, direction, type, text, at, about, content)
                        VALUES (?, 'wamid.r', 'in', 'reaction', '', now(), 'wamid.oi', '{"kind": "Reaction", "emoji": "👍"}')
                        """)
                .param(support)
                .update();

        assertThat(page(null).items()).singleElement().satisfies(past -> assertThat(
                        past.message().marks().reactions())
                .extracting(Marks.Reaction::emoji)
                .containsExactly("👍"));
    }

    @Test
    void a_chapter_without_messages_is_an_empty_page() {
        assertThat(page(null))
                .isEqualTo(new PastPage(List.of(), null, page(null).newer()));
    }

    @Test
    void a_cursor_of_a_search_is_refused() {
        var cursor = new Spot(Spot.Way.FOUND, 1).text();

        assertThatThrownBy(() -> page(cursor)).isInstanceOf(UnknownCursor.class);
    }

    /** Odd ones in the chapter of support, even ones in that of sales. */
    private void alternately(int messages) {
        IntStream.rangeClosed(1, messages).forEach(n -> say(n % 2 == 0 ? customer : support, "m" + n));
    }

    private void say(long conversation, String text) {
        rows.message(conversation, "in", text, Chapter.NOON, null);
    }

    private PastPage page(@Nullable String cursor) {
        return archive.history(customer, cursor, 3, ADMIN).orElseThrow();
    }

    private static List<String> texts(PastPage page) {
        return page.items().stream().map(past -> past.message().text()).toList();
    }
}
