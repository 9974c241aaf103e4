package dev.rota.conversation;

import static dev.rota.desk.ExampleCompany.ADMIN;
import static dev.rota.desk.ExampleCompany.OTTO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.database.TestDatabase;
import dev.rota.desk.ExampleCompany;
import dev.rota.desk.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class MovesQueryTest {

    private static final JdbcClient DATABASE = JdbcClient.create(TestDatabase.fresh());

    private final LedgerRows rows = LedgerRows.inEmpty(DATABASE);
    private final Moves moves = new MovesQuery(DATABASE, ExampleCompany::get);
    private long swap;

    @BeforeEach
    void a_swap_moved_one_conversation_of_support_and_one_of_sales() {
        DATABASE.sql("TRUNCATE rules CASCADE").update();
        DATABASE.sql("INSERT INTO rules VALUES ('aa')").update();
        swap = DATABASE.sql("INSERT INTO swap (rules, at, engine) VALUES ('aa', now(), 'one') RETURNING id")
                .query(Long.class)
                .single();
        for (var queue : new String[] {"support", "sales"}) {
            var id = rows.add(Chapter.waiting("Lia", queue));
            rows.change(id, 2, "moved", Status.WAITING, queue, null, Chapter.NOON);
            DATABASE.sql("INSERT INTO moved VALUES (?, ?, 2)").params(swap, id).update();
        }
    }

    @Test
    void who_sees_some_conversations_is_told_of_the_moves_of_these_and_how_many_they_are() {
        assertThat(moves.count(swap, OTTO)).isEqualTo(1);
        assertThat(moves.latest(swap, 9, OTTO)).extracting(Moves.Move::to).containsExactly("support");
        assertThat(moves.count(swap, ADMIN)).isEqualTo(2);
        assertThat(moves.latest(swap, 9, ADMIN))
                .extracting(Moves.Move::to)
                .containsExactlyInAnyOrder("support", "sales");
    }
}
