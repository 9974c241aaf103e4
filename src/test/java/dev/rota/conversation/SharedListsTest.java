package dev.rota.conversation;

import static dev.rota.desk.ExampleCompany.ANA;
import static dev.rota.desk.ExampleCompany.BIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mockingDetails;
import static org.mockito.Mockito.spy;

import dev.rota.database.TestDatabase;
import dev.rota.desk.Company;
import dev.rota.desk.ExampleCompany;
import dev.rota.desk.Role;
import dev.rota.desk.Status;
import dev.rota.desk.Viewer;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SharedListsTest {

    private static final Filter WAITING = Filter.NONE.withStatus(Status.WAITING);
    private static final Viewer EVA = new Viewer("eva", "Eva Melo", Role.AGENT, Set.of("support"));

    private final DataSource source = TestDatabase.fresh();
    private final LedgerRows rows = new LedgerRows(JdbcClient.create(source));
    private final Feed feed = new Feed(JdbcClient.create(source));
    private final Inbox inbox = spy(Queries.inbox(source));
    private Company company = ExampleCompany.get();
    private final SharedLists lists = new SharedLists(inbox, feed::head, () -> company);

    @Test
    void who_sees_the_same_is_given_what_was_read_once() {
        rows.add(Chapter.waiting("Maria", "support"));
        var told = told();

        assertThat(waiting(lists.since(told, WAITING, ANA))).isEqualTo(1);
        assertThat(waiting(lists.since(told, WAITING, EVA))).isEqualTo(1);
        assertThat(read()).isEqualTo(1);
    }

    @Test
    void nobody_is_given_what_is_older_than_what_they_were_told() {
        var before = told();
        assertThat(waiting(lists.since(before, WAITING, ANA))).isZero();
        rows.add(Chapter.waiting("Maria", "support"));
        var after = told();

        assertThat(waiting(lists.since(before, WAITING, EVA))).isZero();
        assertThat(waiting(lists.since(after, WAITING, EVA))).isEqualTo(1);
        assertThat(waiting(lists.since(before, WAITING, ANA))).isEqualTo(1);
        assertThat(read()).isEqualTo(2);
    }

    @Test
    void another_team_is_never_given_it() {
        rows.add(Chapter.waiting("Maria", "support"));
        var told = told();

        assertThat(waiting(lists.since(told, WAITING, ANA))).isEqualTo(1);
        assertThat(waiting(lists.since(told, WAITING, BIA))).isZero();
        assertThat(lists.since(told, WAITING, BIA).counts().waiting()).isZero();
    }

    @Test
    void each_is_told_how_many_are_their_own() {
        rows.add(Chapter.inProgress("Maria", "support", "ana"));
        var told = told();

        assertThat(lists.since(told, WAITING, ANA).counts().mine()).isEqualTo(1);
        assertThat(lists.since(told, WAITING, EVA).counts().mine()).isZero();
        assertThat(lists.since(told, WAITING, EVA).counts().team()).isEqualTo(1);
        assertThat(read()).isEqualTo(1);
    }

    @Test
    void how_much_there_is_is_counted_once_whatever_is_listed() {
        rows.add(Chapter.inProgress("Maria", "support", "ana"));
        var told = told();

        assertThat(waiting(lists.since(told, Filter.NONE.withAgent("ana"), ANA)))
                .isEqualTo(1);
        assertThat(waiting(lists.since(told, Filter.NONE.withAgent("eva"), EVA)))
                .isZero();
        assertThat(lists.since(told, WAITING, EVA).counts().team()).isEqualTo(1);

        assertThat(read()).isEqualTo(3);
        assertThat(calls("counts")).isEqualTo(1);
    }

    @Test
    void whoever_has_a_conversation_of_another_team_has_a_list_of_their_own() {
        rows.add(Chapter.inProgress("Maria", "sales", "ana"));
        var told = told();

        assertThat(lists.since(told, WAITING, EVA).counts().team()).isZero();
        assertThat(lists.since(told, WAITING, ANA).counts().team()).isEqualTo(1);
        assertThat(lists.since(told, WAITING, EVA).counts().team()).isZero();
    }

    @Test
    void other_files_are_other_lists() {
        var told = told();
        lists.since(told, WAITING, ANA);
        company = ExampleCompany.with();

        lists.since(told, WAITING, ANA);

        assertThat(read()).isEqualTo(2);
    }

    @Test
    void who_was_told_nothing_is_given_what_is_so_now() {
        lists.since(told(), WAITING, ANA);
        rows.add(Chapter.waiting("Maria", "support"));

        assertThat(waiting(lists.since(null, WAITING, ANA))).isEqualTo(1);
    }

    /** A position that is passed: the desk is told of it. */
    private Position told() {
        return new Position(feed.head().xid() - 1, 1);
    }

    private static int waiting(Listing listing) {
        return listing.page().items().size();
    }

    private long read() {
        return calls("list");
    }

    private long calls(String method) {
        return mockingDetails(inbox).getInvocations().stream()
                .filter(call -> call.getMethod().getName().equals(method))
                .count();
    }
}
