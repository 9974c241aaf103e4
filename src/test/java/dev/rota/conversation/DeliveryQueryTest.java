package dev.rota.conversation;

import static dev.rota.desk.ExampleCompany.ADMIN;
import static dev.rota.desk.ExampleCompany.OTTO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rota.database.TestDatabase;
import dev.rota.desk.ExampleCompany;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class DeliveryQueryTest {

    private static final JdbcClient DATABASE = JdbcClient.create(TestDatabase.fresh());

    private final LedgerRows rows = LedgerRows.inEmpty(DATABASE);
    private final Deliveries deliveries = new DeliveryQuery(DATABASE, ExampleCompany::get);

    @Test
    void deliveries_are_listed_newest_first_by_state_and_page_by_page() {
        var id = rows.add(Chapter.waiting("Lia", "support"));
        var first = rows.delivery(id, "crm", "parked", 1, Chapter.NOON);
        rows.delivery(id, "crm", "done", 2, Chapter.NOON);
        var second = rows.delivery(id, "crm", "parked", 3, Chapter.NOON);

        var page = deliveries.list("parked", null, null, 1, ADMIN);
        var rest = deliveries.list("parked", null, page.next(), 1, ADMIN);

        assertThat(ids(page)).containsExactly(second);
        assertThat(ids(rest)).containsExactly(first);
        assertThat(rest.next()).isNull();
        assertThat(deliveries.list(null, null, null, 50, ADMIN).items()).hasSize(3);
    }

    @Test
    void the_board_counts_what_has_not_arrived_and_what_has_today_of_what_one_sees() {
        var support = rows.add(Chapter.waiting("Lia", "support"));
        var sales = rows.add(Chapter.waiting("Rui", "sales"));
        rows.delivery(support, "crm", "parked", 1, Chapter.NOON);
        rows.delivery(support, "crm", "due", 2, Chapter.NOON);
        rows.delivery(support, "crm", "done", 3, Chapter.NOON);
        rows.delivery(support, "crm", "done", 4, Chapter.NOON.minusSeconds(1));
        rows.delivery(sales, "crm", "ambiguous", 5, Chapter.NOON);
        var board = Queries.board(DATABASE, ExampleCompany::get);

        assertThat(board.byDownstream(Chapter.NOON, ADMIN))
                .containsExactly(new DeliveryBoard.OfDownstream("crm", 0, 1, 1, 1, 1, "answered 503"));
        assertThat(board.byDownstream(Chapter.NOON, OTTO))
                .containsExactly(new DeliveryBoard.OfDownstream("crm", 0, 1, 1, 0, 1, "answered 503"));

        var first = board.list(null, "crm", null, 1, ADMIN);
        assertThat(first.items()).extracting(line -> line.delivery().state()).containsExactly("ambiguous");
        assertThat(board.list(null, "crm", first.next(), 9, ADMIN).items())
                .extracting(line -> line.delivery().state())
                .containsExactly("due", "parked");
        assertThat(board.list(DeliveryBoard.How.AMBIGUOUS, null, null, 9, OTTO).items())
                .isEmpty();
    }

    @Test
    void a_cursor_of_another_list_is_refused() {
        assertThatThrownBy(() -> deliveries.list(null, null, "U0VSVkVE", 50, ADMIN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the cursor comes from another list; expected 'next' of the page before");
    }

    private static List<Long> ids(Page<Deliveries.Delivery> page) {
        return page.items().stream().map(Deliveries.Delivery::id).toList();
    }
}
