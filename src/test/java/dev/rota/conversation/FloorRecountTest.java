package dev.rota.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.conversation.Floor.Counted;
import dev.rota.conversation.Floor.OfQueue;
import dev.rota.conversation.Floor.Scope;
import dev.rota.desk.ResponseTimes;
import dev.rota.desk.Role;
import dev.rota.desk.Status;
import dev.rota.desk.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/**
 * The floor's figures beside a recount that is written another way: from the history of changes, assignments and
 * messages, never from the row of the conversation that the floor reads.
 */
class FloorRecountTest {

    private static final Instant MIDNIGHT = Instant.parse("2026-11-24T00:00:00-03:00");
    private static final Viewer OTTO = new Viewer("otto", "Otto", Role.SUPERVISOR, Set.of("support", "field"));
    private static final Duration TARGET = Duration.ofMinutes(30);

    /** The last state of each open conversation, by its chain of changes. */
    private static final String LAST =
            """
            WITH last AS (
                SELECT DISTINCT ON (conversation) conversation, status, queue, owner FROM change
                ORDER BY conversation, epoch DESC
            )
            """;

    private Desk desk = new Desk();

    @BeforeEach
    void support_answers_within_half_an_hour() {
        desk.company = Companies.answering(desk.company, "support", new ResponseTimes(TARGET, TARGET));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void after_reassignment_reopening_and_a_restart_the_figures_are_those_of_a_recount() {
        for (var n = 1; n <= 6; n++) {
            desk.hear("551190000000" + n, "minha internet caiu", "support");
            desk.pass(Duration.ofMinutes(2));
        }
        desk.hear("5511900000007", "quero um plano", "sales");
        same();

        var first = desk.conversationOf("5511900000001");
        var owner = ownerOf(first);
        var other = owner.equals("davi") ? "eva" : "davi";
        desk.commands.assign(first, desk.epoch(first), other, "he knows her", desk.admin());
        same();

        reply(first, other);
        var second = desk.conversationOf("5511900000002");
        reply(second, ownerOf(second));
        desk.commands.close(second, desk.epoch(second), desk.admin());
        same();

        desk.pass(Duration.ofMinutes(20));
        desk.hear("5511900000002", "caiu de novo", "support");
        var third = desk.conversationOf("5511900000003");
        desk.commands.move(third, desk.epoch(third), "on-call", desk.admin());
        same();

        desk.company = Companies.withoutAgents(desk.company);
        desk.hear("5511900000008", "oi", "support");
        desk.pass(Duration.ofMinutes(16));
        desk.hear("5511900000009", "oi", "support");
        assertThat(count(Scope.ALL, OTTO).unowned()).isPositive();
        same();

        var known = desk.company;
        var at = desk.clock.instant();
        var before = count(Scope.ALL, OTTO);
        var restarted = new Desk(desk.source);
        restarted.company = known;
        restarted.clock.set(at);
        desk.ledger.close();
        desk = restarted;
        assertThat(count(Scope.ALL, OTTO)).isEqualTo(before);
        same();
        desk.pass(Duration.ofMinutes(15));
        same();
        assertThat(count(Scope.ALL, OTTO).queues().get("support")).satisfies(support -> assertThat(
                        List.of(support.waitingAtRisk(), support.ownedAtRisk(), support.late()))
                .doesNotContain(0));
    }

    @Test
    void a_figure_that_is_wrong_is_noticed() {
        desk.company = Companies.withoutAgents(desk.company);
        desk.hear("5511900000001", "oi", "support");
        desk.jdbc.sql("UPDATE conversation SET queue = 'billing'").update();

        assertThat(count(Scope.ALL, OTTO).queues()).doesNotContainKey("support");
        assertThat(recounted("status = 'waiting' AND queue = 'support'")).isOne();
    }

    @Test
    void another_teams_work_is_in_no_figure() {
        desk.company = Companies.withoutAgents(desk.company);
        desk.hear("5511900000001", "quero um plano", "sales");
        desk.hear("5511900000002", "oi", "support");
        var bia = new Viewer("bia", "Bia", Role.AGENT, Set.of("sales"));

        assertThat(count(Scope.ALL, OTTO).queues()).containsOnlyKeys("support");
        assertThat(count(Scope.ALL, bia).queues()).containsOnlyKeys("sales");
        assertThat(count(Scope.ALL, OTTO).unowned()).isOne();
        assertThat(Objects.requireNonNull(count(Scope.ALL, bia).oldest()).conversation())
                .isEqualTo(desk.conversationOf("5511900000001"));
        assertThat(count(new Scope(null, "sales"), OTTO).queues()).isEmpty();
        assertThat(count(new Scope("vendas", null), OTTO).queues()).isEmpty();
        assertThat(count(new Scope("suporte", "support"), OTTO).queues()).containsOnlyKeys("support");
    }

    /** Every figure, by the ledger's history; and the lists behind the links hold as many rows. */
    private void same() {
        var counted = count(Scope.ALL, OTTO);
        var mine = "queue IN ('support', 'billing', 'on-call')";
        assertThat(sum(counted, OfQueue::waiting)).isEqualTo(recounted("status = 'waiting' AND " + mine));
        assertThat(sum(counted, OfQueue::inProgress)).isEqualTo(recounted("status = 'in_progress' AND " + mine));
        assertThat(counted.unowned()).isEqualTo(recounted("status <> 'closed' AND owner IS NULL AND " + mine));
        assertThat(counted.oldest() == null ? null : counted.oldest().since()).isEqualTo(oldest(mine));
        for (var queue : List.of("support", "billing", "on-call")) {
            var one = counted.queues().getOrDefault(queue, OfQueue.EMPTY);
            assertThat(one.waiting()).isEqualTo(recounted("status = 'waiting' AND queue = '" + queue + "'"));
            assertThat(one.inProgress()).isEqualTo(recounted("status = 'in_progress' AND queue = '" + queue + "'"));
            assertThat(one.since()).isEqualTo(oldest("queue = '" + queue + "'"));
        }
        var support = counted.queues().getOrDefault("support", OfQueue.EMPTY);
        assertThat(support.waitingAtRisk()).isEqualTo(due("waiting", Floor.RISK));
        assertThat(support.ownedAtRisk()).isEqualTo(due("in_progress", Floor.RISK));
        assertThat(support.late()).isEqualTo(due("waiting", Duration.ZERO) + due("in_progress", Duration.ZERO));
        assertThat(support.measured()).isEqualTo(due("waiting", TARGET) + due("in_progress", TARGET));
        agents(counted);
        lists(counted);
    }

    private void lists(Counted counted) {
        var due = Filter.Further.NONE.due(desk.clock.instant().plus(Floor.RISK));
        var all = Filter.NONE.withLimit(Filter.MOST);
        assertThat(rows(all.withStatus(Status.WAITING))).isEqualTo(sum(counted, OfQueue::waiting));
        assertThat(rows(all.withStatus(Status.WAITING).withFurther(due)))
                .isEqualTo(sum(counted, OfQueue::waitingAtRisk));
        assertThat(rows(all.withStatus(Status.IN_PROGRESS).withFurther(due)))
                .isEqualTo(sum(counted, OfQueue::ownedAtRisk));
        assertThat(rows(all.withStatus(Status.IN_PROGRESS).withFurther(Filter.Further.NONE.of("field"))))
                .isEqualTo(recounted("status = 'in_progress' AND queue IN ('support', 'on-call')"));
    }

    private int rows(Filter filter) {
        return desk.inbox.list(filter, OTTO).items().size();
    }

    /** By each agent, from running assignments, messages and their times. */
    private void agents(Counted counted) {
        var found = new TreeMap<String, String>();
        counted.agents()
                .forEach((name, one) -> found.put(
                        name,
                        one.open() + " " + one.asking() + " " + one.answered() + " "
                                + (one.p50() == null ? "-" : one.p50().toSeconds()) + " "
                                + (one.p90() == null ? "-" : one.p90().toSeconds()) + " " + one.given()));
        var again = new TreeMap<String, String>();
        desk.jdbc
                .sql(
                        """
                        WITH seen AS (SELECT id AS conversation FROM conversation WHERE queue <> 'sales'),
                        said AS (
                            SELECT conversation, max(id) FILTER (WHERE direction = 'in') AS heard,
                                max(id) FILTER (WHERE direction = 'out' AND author <> 'rota') AS told,
                                min(id) FILTER (WHERE direction = 'out' AND author <> 'rota') AS answer,
                                min(at) AS began
                            FROM message JOIN seen USING (conversation) GROUP BY conversation
                        ), pairs AS (
                            SELECT agent, 'open' AS what, NULL::numeric AS took, conversation
                            FROM assignment JOIN seen USING (conversation) WHERE to_at IS NULL
                            UNION ALL SELECT agent, 'asking', NULL, conversation
                            FROM assignment JOIN said USING (conversation) WHERE to_at IS NULL AND heard > coalesce(told, 0)
                            UNION ALL SELECT m.author, 'answered', extract(epoch FROM m.at - s.began), s.conversation
                            FROM said s JOIN message m ON m.id = s.answer
                            UNION ALL SELECT agent, 'given', NULL, conversation
                            FROM assignment JOIN seen USING (conversation)
                        )
                        SELECT agent, sum((what = 'open')::int) || ' ' || sum((what = 'asking')::int) || ' '
                            || sum((what = 'answered')::int) || ' '
                            || coalesce(round(percentile_cont(0.5) WITHIN GROUP (ORDER BY took)
                                FILTER (WHERE what = 'answered'))::text, '-') || ' '
                            || coalesce(round(percentile_cont(0.9) WITHIN GROUP (ORDER BY took)
                                FILTER (WHERE what = 'answered'))::text, '-') || ' ' || sum((what = 'given')::int) AS line
                        FROM pairs GROUP BY agent
                        """)
                .query(row -> {
                    again.put(row.getString("agent"), row.getString("line"));
                });
        assertThat(found).isEqualTo(again);
    }

    /** Conversations of support whose oldest message without an answer of ours will be older than the target then. */
    private int due(String status, Duration ahead) {
        return desk.jdbc
                .sql(
                        LAST
                                + """
                        SELECT count(*) FROM last WHERE status = :status AND queue = 'support' AND (
                            SELECT min(m.at) FROM message m WHERE m.conversation = last.conversation AND m.direction = 'in'
                                AND m.id > coalesce((SELECT max(id) FROM message o WHERE o.conversation = last.conversation
                                    AND o.direction = 'out' AND o.author <> 'rota'), 0)) <= :until
                        """)
                .param("status", status)
                .param(
                        "until",
                        Unnest.timestamp(desk.clock.instant().plus(ahead).minus(TARGET)))
                .query(Integer.class)
                .single();
    }

    private int recounted(String where) {
        return desk.count(LAST + "SELECT count(*) FROM last WHERE " + where);
    }

    /** When the wait of the oldest began: the first of the last changes in a row that left it waiting. */
    private @Nullable Instant oldest(String where) {
        return desk.jdbc
                .sql(LAST
                        + """
                        SELECT min((SELECT min(c.at) FROM change c WHERE c.conversation = last.conversation AND c.epoch >
                            coalesce((SELECT max(b.epoch) FROM change b WHERE b.conversation = last.conversation
                                AND b.status <> 'waiting'), 0))) AS since
                        FROM last WHERE status = 'waiting'
                        """
                        + " AND " + where)
                .query((row, n) -> Optional.ofNullable(Columns.instantOrNull(row, "since")))
                .single()
                .orElse(null);
    }

    private static int sum(Counted counted, ToIntFunction<OfQueue> figure) {
        return counted.queues().values().stream().mapToInt(figure).sum();
    }

    private Counted count(Scope scope, Viewer viewer) {
        return new InboxConfiguration()
                .floor(desk.jdbc, new DataSourceTransactionManager(desk.source), () -> desk.company, desk.clock)
                .count(scope, MIDNIGHT, viewer);
    }

    private String ownerOf(long conversation) {
        return desk.jdbc
                .sql("SELECT agent FROM assignment WHERE conversation = ? AND to_at IS NULL")
                .param(conversation)
                .query(String.class)
                .single();
    }

    private void reply(long conversation, String agent) {
        var seen = desk.jdbc
                .sql("SELECT max(id) FROM message WHERE conversation = ?")
                .param(conversation)
                .query(Long.class)
                .single();
        desk.commands.reply(conversation, Answering.text(desk.epoch(conversation), seen, "já vejo"), desk.agent(agent));
    }
}
