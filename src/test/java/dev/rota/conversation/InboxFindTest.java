package dev.rota.conversation;

import static dev.rota.conversation.Chapter.NOON;
import static dev.rota.desk.ExampleCompany.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.assignment.Verdict;
import dev.rota.database.TestDatabase;
import dev.rota.desk.Status;
import dev.rota.inquiry.Fact;
import dev.rota.routing.Because;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One conversation, whole, and why it is where it is. */
class InboxFindTest {

    private static final String BECAUSE =
            """
            [{"file": "triage/queue.camel.yaml", "line": 12, "step": "night", "text": "${body.shift} == 'night'",
              "value": "false", "gone": 1}]""";
    private static final String INQUIRY =
            """
            {"number": "vendas", "facts": [{"name": "customer", "value": null, "source": "customers timed out, default used",
              "ageMs": 301}]}""";
    private static final String VERDICTS =
            """
            [{"agent": "ana", "in": true, "reason": "fewest open"}, {"agent": "eva", "in": false, "reason": "on leave"}]""";

    private static final DataSource SOURCE = TestDatabase.fresh();
    private static final JdbcClient DATABASE = JdbcClient.create(SOURCE);

    private final LedgerRows rows = LedgerRows.inEmpty(DATABASE);
    private final Inbox inbox = Queries.inbox(SOURCE);

    private Explanation.Decision decided(String queue, int minute) {
        return new Explanation.Decision(
                NOON.plusSeconds(60L * minute),
                "billing",
                queue,
                "high",
                null,
                "a1b2",
                List.of(new Because("triage/queue.camel.yaml", 12, "night", "${body.shift} == 'night'", "false")));
    }

    @Test
    void a_conversation_is_found_with_everything_that_happened_in_it() {
        var id = rows.add(Chapter.inProgress("Lia", "support", "ana"));
        rows.change(id, 2, "moved", Status.WAITING, "billing", null, NOON.plusSeconds(60));
        var second = rows.message(id, "out", "olá", NOON.plusSeconds(30), "ana");
        var lateButFirst = rows.message(id, "in", "oi", NOON, null);
        rows.decision(id, "support", BECAUSE, INQUIRY, NOON);
        var due = rows.delivery(id, "zendesk", "due", 1, NOON);
        var done = rows.delivery(id, "crm", "done", 1, NOON);
        DATABASE.sql("INSERT INTO ticket VALUES ('crm', ?, 'T-1', 'https://crm/T-1')")
                .param(id)
                .update();

        var whole = inbox.find(id, ADMIN).orElseThrow();

        assertThat(whole.summary().lastMessageId()).isEqualTo(lateButFirst);
        assertThat(whole.messages())
                .containsExactly(
                        new Whole.Message(lateButFirst, "wamid.oi", "in", "text", "oi", NOON, null, null, null),
                        new Whole.Message(
                                second, "wamid.olá", "out", "text", "olá", NOON.plusSeconds(30), "sent", "ana", null));
        assertThat(whole.assignments())
                .containsExactly(new Whole.Assignment("ana", NOON, null, "rota", "least loaded", 1));
        assertThat(whole.decisions()).containsExactly(decided("support", 0));
        assertThat(whole.deliveries())
                .containsExactly(
                        new Deliveries.Delivery(
                                due, id, "zendesk", "ticket", "due", null, null, 2, NOON, "answered 503", null),
                        new Deliveries.Delivery(
                                done,
                                id,
                                "crm",
                                "ticket",
                                "done",
                                "T-1",
                                "https://crm/T-1",
                                2,
                                null,
                                "answered 503",
                                null));
        assertThat(whole.changes())
                .containsExactly(
                        new Whole.Change(1, NOON, "opened", "rota", "the customer wrote", "waiting", "support", null),
                        new Whole.Change(
                                2,
                                NOON.plusSeconds(60),
                                "moved",
                                "rota",
                                "the customer wrote",
                                "waiting",
                                "billing",
                                null));
    }

    @Test
    void an_explanation_gives_the_newest_decision_the_owner_and_the_facts() {
        var id = rows.add(Chapter.inProgress("Lia", "support", "bia"));
        rows.decision(id, "support", "[]", "{}", NOON);
        rows.decision(id, "billing", BECAUSE, INQUIRY, NOON.plusSeconds(60));
        rows.change(id, 2, "assigned", Status.IN_PROGRESS, "support", "ana", NOON);
        DATABASE.sql("UPDATE assignment SET to_at = from_at").update();
        rows.assign(id, 2, "ana", NOON, VERDICTS);

        assertThat(inbox.explain(id, ADMIN))
                .contains(new Explanation(
                        decided("billing", 1),
                        new Explanation.Assigned(
                                "ana",
                                "least loaded",
                                List.of(
                                        new Verdict("ana", true, "fewest open"),
                                        new Verdict("eva", false, "on leave"))),
                        List.of(new Fact("customer", null, "customers timed out, default used", 301))));
    }

    @Test
    void while_it_waits_it_says_why_and_names_nobody_though_somebody_had_it() {
        var id = rows.add(Chapter.waiting("Lia", "support"));
        rows.assign(id, 1, "ana", NOON, VERDICTS);
        DATABASE.sql("UPDATE conversation SET waiting_reason = 'all 3 on shift are full'")
                .update();

        assertThat(inbox.explain(id, ADMIN))
                .contains(new Explanation(
                        null, new Explanation.Assigned(null, "all 3 on shift are full", List.of()), List.of()));
    }

    @Test
    void once_closed_the_last_owner_is_named() {
        var id = rows.add(Chapter.closed("Lia", "support"));
        rows.assign(id, 1, "ana", NOON, "[]");

        assertThat(inbox.explain(id, ADMIN).orElseThrow().assignment())
                .isEqualTo(new Explanation.Assigned("ana", "least loaded", List.of()));
    }
}
