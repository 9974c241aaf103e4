package dev.rota.conversation;

import static dev.rota.conversation.Filter.NONE;
import static dev.rota.desk.ExampleCompany.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rota.database.TestDatabase;
import dev.rota.desk.Status;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What each filter and each search finds. */
class InboxFilterTest {

    private static Inbox inbox;

    @BeforeAll
    static void fill() {
        var source = TestDatabase.fresh();
        var rows = new LedgerRows(JdbcClient.create(source));
        rows.add(Chapter.waiting("Ivo", "sales").number("999").minutes(1));
        rows.add(Chapter.waiting("Lia", "support")
                .number("102")
                .phone("5511987654321")
                .minutes(2));
        rows.add(Chapter.closed("Caio", "billing").minutes(4));
        rows.add(Chapter.inProgress("Davi", "support", "ana").minutes(3));
        inbox = Queries.inbox(source);
    }

    static Stream<Arguments> filters() {
        return Stream.of(
                arguments(NONE, "Caio, Davi, Lia, Ivo"),
                arguments(NONE.withStatus(Status.WAITING), "Ivo, Lia"),
                arguments(NONE.withStatus(Status.IN_PROGRESS), "Davi"),
                arguments(NONE.withStatus(Status.CLOSED), "Caio"),
                arguments(NONE.withQueue("support"), "Davi, Lia"),
                arguments(NONE.withQueue("billing").withStatus(Status.CLOSED), "Caio"),
                arguments(NONE.withQueue("support").withStatus(Status.CLOSED), ""),
                arguments(NONE.withAgent("ana"), "Davi"),
                arguments(NONE.withAgent("ana").withStatus(Status.CLOSED), ""),
                arguments(NONE.withNumber("suporte"), "Lia"),
                arguments(NONE.withNumber("999"), "Ivo"),
                arguments(NONE.withNumber("no such number"), ""),
                arguments(NONE.withQ("ivo"), "Ivo"),
                arguments(NONE.withQ("20261124-000003"), "Caio"),
                arguments(NONE.withQ("20261124-00000"), "Caio, Davi, Lia, Ivo"),
                arguments(NONE.withQ("000003"), "Caio"),
                arguments(NONE.withQ("3"), "Caio, Lia"),
                arguments(NONE.withQ("1198765"), "Lia"),
                arguments(NONE.withQ("+55 (11) 98765-4321"), "Lia"),
                arguments(NONE.withQ("%"), ""),
                arguments(NONE.withQ("_"), ""),
                arguments(NONE.withQ("ia").withStatus(Status.CLOSED), ""),
                arguments(NONE.withQ("a").withQueue("billing"), "Caio"),
                arguments(NONE.withQ("BR."), ""),
                arguments(NONE.withQ("\0"), ""),
                arguments(NONE.withQueue("support\0"), ""),
                arguments(NONE.withQ("  "), "Caio, Davi, Lia, Ivo"));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void a_filter_finds(Filter filter, String expected) {
        var names = inbox.list(filter, ADMIN).items().stream()
                .map(summary -> summary.customer().name())
                .collect(Collectors.joining(", "));

        assertThat(names).isEqualTo(expected);
    }
}
