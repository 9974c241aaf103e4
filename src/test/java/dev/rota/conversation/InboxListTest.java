package dev.rota.conversation;

import static dev.rota.conversation.Filter.NONE;
import static dev.rota.desk.ExampleCompany.ADMIN;
import static dev.rota.desk.ExampleCompany.ANA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rota.database.TestDatabase;
import dev.rota.desk.Status;
import dev.rota.desk.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists of conversations: what they show, in which order, and page by page. */
class InboxListTest {

    private static final DataSource SOURCE = TestDatabase.fresh();
    private static final JdbcClient DATABASE = JdbcClient.create(SOURCE);

    private final LedgerRows rows = LedgerRows.inEmpty(DATABASE);
    private final Inbox inbox = Queries.inbox(SOURCE);

    @Test
    void a_summary_has_all_that_lists_show() {
        var id = rows.add(Chapter.inProgress("Lia Brito", "sales", "bia")
                .phone("5511987654321")
                .priority(3));
        rows.message(id, "in", "quero fibra", Chapter.NOON, null);
        var last = rows.message(id, "out", "claro!", Chapter.NOON, "bia");

        assertThat(inbox.list(NONE, ADMIN).items())
                .containsExactly(new Summary(
                        id,
                        "20261124-000001",
                        "vendas",
                        new Summary.Customer(id, "Lia Brito", "5511987654321"),
                        "in_progress",
                        "sales",
                        "support",
                        "urgent",
                        new Summary.Owner("bia", "Bia Nunes"),
                        1,
                        Chapter.NOON,
                        null,
                        Chapter.NOON,
                        Chapter.NOON.plusSeconds(86_400),
                        null,
                        null,
                        null,
                        null,
                        "claro!",
                        "text",
                        last,
                        null));
    }

    @Test
    void an_automatic_text_does_not_hide_what_the_customer_said_but_is_the_newest_message() {
        var id = rows.add(Chapter.waiting("Lia", "sales"));
        rows.message(id, "in", "quero fibra", Chapter.NOON, null);
        var automatic = rows.message(id, "out", "Olá!", Chapter.NOON.plusSeconds(5), "rota");

        var summary = inbox.list(NONE, ADMIN).items().get(0);

        assertThat(summary.lastText()).isEqualTo("quero fibra");
        assertThat(summary.lastMessageId()).isEqualTo(automatic);
    }

    @Test
    void who_has_left_the_files_keeps_the_name_that_is_left() {
        rows.add(Chapter.inProgress("Lia", "sales", "zoe").number("999"));

        var summary = inbox.list(NONE, ADMIN).items().get(0);

        assertThat(summary.owner()).isEqualTo(new Summary.Owner("zoe", "zoe"));
        assertThat(summary.number()).isEqualTo("999");
        assertThat(summary.customer().phone()).isNull();
        assertThat(summary.lastText()).isEmpty();
        assertThat(summary.lastMessageId()).isNull();
    }

    @Test
    void waiting_conversations_stand_in_the_order_in_which_they_are_served() {
        rows.add(Chapter.waiting("normal, late", "sales").minutes(3));
        rows.add(Chapter.waiting("normal, early", "support").minutes(1));
        rows.add(Chapter.waiting("urgent, last", "support").minutes(9).priority(3));
        rows.add(Chapter.waiting("low, long ago", "sales").minutes(-12).priority(0));
        rows.add(Chapter.waiting("low, first", "sales").minutes(0).priority(0));

        assertThat(names(inbox.list(NONE.withStatus(Status.WAITING), ADMIN)))
                .containsExactly("urgent, last", "low, long ago", "normal, early", "normal, late", "low, first");
    }

    @Test
    void a_list_is_narrowed_by_priority_by_who_waits_for_an_answer_and_by_the_age_of_the_state() {
        rows.add(Chapter.waiting("urgent", "sales").minutes(1).priority(3));
        rows.add(Chapter.waiting("late", "sales").minutes(9));
        rows.add(Chapter.inProgress("answered", "sales", "bia").minutes(1));
        var asking = rows.add(Chapter.inProgress("asking", "sales", "bia").minutes(9));
        DATABASE.sql("UPDATE conversation SET unanswered_since = last_message_at WHERE id = :id")
                .param("id", asking)
                .update();
        var none = Filter.Further.NONE;

        assertThat(names(inbox.list(NONE.withFurther(none.priority("urgent").orElseThrow()), ADMIN)))
                .containsExactly("urgent");
        assertThat(names(inbox.list(NONE.withFurther(none.unanswered()), ADMIN)))
                .containsExactly("asking");
        assertThat(names(inbox.list(NONE.withFurther(none.since(Chapter.NOON.plusSeconds(300))), ADMIN)))
                .containsExactlyInAnyOrder("urgent", "answered");
        assertThat(names(inbox.list(
                        NONE.withQ("late").withFurther(none.priority("urgent").orElseThrow()), ADMIN)))
                .isEmpty();
    }

    static Stream<Arguments> paged_lists() {
        return Stream.of(
                arguments(NONE, ADMIN, 36),
                arguments(NONE, ANA, 30),
                arguments(NONE.withStatus(Status.WAITING), ADMIN, 12),
                arguments(NONE.withStatus(Status.WAITING), ANA, 10),
                arguments(NONE.withStatus(Status.CLOSED), ADMIN, 12),
                arguments(NONE.withStatus(Status.CLOSED), ANA, 10),
                arguments(NONE.withQueue("support"), ANA, 12),
                arguments(NONE.withQ("customer"), ADMIN, 36));
    }

    @ParameterizedTest
    @MethodSource("paged_lists")
    void pages_neither_skip_nor_repeat_while_conversations_arrive(Filter filter, Viewer viewer, int total) {
        fill();
        var whole = names(inbox.list(filter, viewer));

        var seen = new ArrayList<String>();
        Page<Summary> page = inbox.list(filter.withLimit(7), viewer);
        while (true) {
            seen.addAll(names(page));
            rows.add(Chapter.waiting("new one", "support").minutes(5).priority(3));
            rows.add(Chapter.closed("new one", "support").minutes(60));
            if (page.next() == null) {
                break;
            }
            page = inbox.list(filter.withLimit(7).withCursor(page.next()), viewer);
        }

        assertThat(whole).hasSize(total);
        assertThat(seen).isEqualTo(whole);
    }

    /** Three of a status at each of four instants in each of three queues, so that ties are everywhere. */
    private void fill() {
        var queues = List.of("support", "billing", "sales");
        IntStream.range(0, 36).forEach(n -> {
            var queue = n % 6 == 0 ? "sales" : queues.get(n % 2);
            List<UnaryOperator<Chapter>> statuses = List.of(
                    chapter -> Chapter.waiting(chapter.customer(), chapter.queue()),
                    chapter -> Chapter.inProgress(chapter.customer(), chapter.queue(), "zoe"),
                    chapter -> Chapter.closed(chapter.customer(), chapter.queue()));
            var chapter = statuses.get(n / 12).apply(Chapter.waiting("customer " + n, queue));
            rows.add(chapter.minutes(n % 4).priority(n % 3));
        });
    }

    private static List<String> names(Page<Summary> page) {
        return page.items().stream().map(summary -> summary.customer().name()).toList();
    }
}
