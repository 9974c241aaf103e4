package dev.rota.conversation;

import static dev.rota.desk.ExampleCompany.ADMIN;
import static dev.rota.desk.ExampleCompany.ANA;
import static dev.rota.desk.ExampleCompany.AUDITOR;
import static dev.rota.desk.ExampleCompany.BIA;
import static dev.rota.desk.ExampleCompany.OTTO;
import static dev.rota.desk.ExampleCompany.RUI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rota.database.TestDatabase;
import dev.rota.desk.ExampleCompany;
import dev.rota.desk.Status;
import dev.rota.desk.Viewer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nobody sees what their role and team don't allow. */
class InboxVisibilityTest {

    private static final Map<String, Long> IDS = new LinkedHashMap<>();
    private static Inbox inbox;
    private static Deliveries deliveries;

    @BeforeAll
    static void fill() {
        var source = TestDatabase.fresh();
        var database = JdbcClient.create(source);
        var rows = new LedgerRows(database);
        Stream.of(
                        Chapter.waiting("sales waits", "sales"),
                        Chapter.waiting("support waits", "support"),
                        Chapter.waiting("billing waits", "billing"),
                        Chapter.inProgress("bia's in sales", "sales", "bia"),
                        Chapter.inProgress("ana's in sales", "sales", "ana"),
                        Chapter.inProgress("eva's in support", "support", "eva"),
                        Chapter.closed("sales closed", "sales"),
                        Chapter.closed("support closed", "support"),
                        Chapter.closed("left queue closed", "gone"))
                .forEach(chapter -> IDS.put(chapter.customer(), rows.add(chapter)));
        IDS.values().forEach(id -> rows.delivery(id, "zendesk", "parked", 1, Chapter.NOON));
        inbox = Queries.inbox(source);
        deliveries = new DeliveryQuery(database, ExampleCompany::get);
    }

    static Stream<Arguments> who_sees_what() {
        var anas = List.of("support waits", "billing waits", "ana's in sales", "eva's in support", "support closed");
        var bias = List.of("sales waits", "bia's in sales", "ana's in sales", "sales closed");
        var ottos = List.of("support waits", "billing waits", "eva's in support", "support closed");
        return Stream.of(
                arguments(ANA, anas, new Counts(2, 1, 2, 1)),
                arguments(BIA, bias, new Counts(1, 1, 2, 1)),
                arguments(RUI, List.of(), new Counts(0, 0, 0, 0)),
                arguments(OTTO, ottos, new Counts(2, 0, 1, 1)),
                arguments(AUDITOR, List.copyOf(IDS.keySet()), new Counts(3, 0, 3, 3)),
                arguments(ADMIN, List.copyOf(IDS.keySet()), new Counts(3, 0, 3, 3)));
    }

    @ParameterizedTest
    @MethodSource("who_sees_what")
    void a_list_holds_what_the_viewer_may_see(Viewer viewer, List<String> visible, Counts counts) {
        assertThat(names(Filter.NONE, viewer)).containsExactlyInAnyOrderElementsOf(visible);
    }

    @ParameterizedTest
    @MethodSource("who_sees_what")
    void the_lists_of_each_status_hold_together_what_the_viewer_may_see(
            Viewer viewer, List<String> visible, Counts counts) {
        assertThat(Stream.of(Status.values()).flatMap(status -> names(Filter.NONE.withStatus(status), viewer).stream()))
                .containsExactlyInAnyOrderElementsOf(visible);
    }

    @ParameterizedTest
    @MethodSource("who_sees_what")
    void the_lists_of_each_queue_hold_only_what_the_viewer_may_see(Viewer viewer, List<String> visible, Counts counts) {
        assertThat(Stream.of("sales", "support", "billing", "gone")
                        .flatMap(queue -> names(Filter.NONE.withQueue(queue), viewer).stream()))
                .containsExactlyInAnyOrderElementsOf(visible);
    }

    @ParameterizedTest
    @MethodSource("who_sees_what")
    void a_search_finds_only_what_the_viewer_may_see(Viewer viewer, List<String> visible, Counts counts) {
        assertThat(names(Filter.NONE.withQ("20261124"), viewer)).containsExactlyInAnyOrderElementsOf(visible);
    }

    @ParameterizedTest
    @MethodSource("who_sees_what")
    void what_is_not_visible_is_not_there(Viewer viewer, List<String> visible, Counts counts) {
        assertThat(present(id -> inbox.find(id, viewer).isPresent())).containsExactlyInAnyOrderElementsOf(visible);
        assertThat(present(id -> inbox.explain(id, viewer).isPresent())).containsExactlyInAnyOrderElementsOf(visible);
    }

    @ParameterizedTest
    @MethodSource("who_sees_what")
    void counts_count_what_the_lists_hold(Viewer viewer, List<String> visible, Counts counts) {
        assertThat(inbox.counts(viewer)).isEqualTo(counts);
        assertThat(names(Filter.NONE.withStatus(Status.WAITING), viewer)).hasSize(counts.waiting());
        assertThat(names(Filter.NONE.withStatus(Status.IN_PROGRESS), viewer)).hasSize(counts.team());
        assertThat(names(Filter.NONE.withStatus(Status.CLOSED), viewer)).hasSize(counts.closed());
    }

    @ParameterizedTest
    @MethodSource("who_sees_what")
    void deliveries_are_seen_with_their_conversations(Viewer viewer, List<String> visible, Counts counts) {
        var seen = deliveries.list("parked", null, null, 50, viewer).items().stream()
                .map(Deliveries.Delivery::conversation)
                .toList();
        assertThat(present(seen::contains)).containsExactlyInAnyOrderElementsOf(visible);
    }

    @Test
    void an_id_that_was_never_given_is_not_there() {
        assertThat(inbox.find(4_711, ADMIN)).isEmpty();
        assertThat(inbox.explain(4_711, ADMIN)).isEmpty();
    }

    private static List<String> names(Filter filter, Viewer viewer) {
        return inbox.list(filter, viewer).items().stream()
                .map(summary -> summary.customer().name())
                .toList();
    }

    private static List<String> present(Predicate<Long> there) {
        return IDS.entrySet().stream()
                .filter(entry -> there.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
