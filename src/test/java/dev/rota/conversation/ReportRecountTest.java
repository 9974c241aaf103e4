package dev.rota.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.desk.Role;
import dev.rota.desk.Viewer;
import dev.rota.report.Asked;
import dev.rota.report.Ownership.Owned;
import dev.rota.report.ReportConfiguration;
import dev.rota.report.Waits.Kind;
import dev.rota.report.Waits.Wait;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The figures of reports beside a recount that walks through each conversation's past, one step after the other. */
class ReportRecountTest {

    private static final Viewer OTTO = new Viewer("otto", "Otto", Role.SUPERVISOR, Set.of("support", "field"));
    private static final Duration STEP = Duration.ofMinutes(5);

    private Desk desk = new Desk();
    private final Instant begin = desk.clock.instant();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void after_reassignment_reopening_and_a_restart_the_figures_are_those_of_a_recount() {
        for (var n = 1; n <= 4; n++) {
            desk.hear("551190000000" + n, "minha internet caiu", "support");
            desk.pass(Duration.ofMinutes(3));
        }
        desk.hear("5511900000007", "quero um plano", "sales");
        same();

        var first = desk.conversationOf("5511900000001");
        reply(first);
        desk.pass(Duration.ofMinutes(7));
        desk.hear("5511900000001", "ainda não", "support");
        desk.hear("5511900000001", "alô?", "support");
        desk.pass(Duration.ofMinutes(4));
        var other = ownerOf(first).equals("davi") ? "eva" : "davi";
        desk.commands.assign(first, desk.epoch(first), other, "he knows her", desk.admin());
        reply(first);
        same();

        desk.pass(Duration.ofMinutes(2));
        desk.commands.close(first, desk.epoch(first), desk.admin());
        desk.pass(Duration.ofMinutes(30));
        var before = desk.clock.instant();
        var told = waits(begin, before);
        desk.hear("5511900000001", "caiu de novo", "support");
        desk.pass(Duration.ofMinutes(6));
        reply(first);
        desk.commands.move(first, desk.epoch(first), "on-call", desk.admin());
        desk.pass(Duration.ofMinutes(6));
        assertThat(waits(begin, before)).isEqualTo(told);
        same();

        var now = desk.clock.instant();
        var known = desk.company;
        var restarted = new Desk(desk.source);
        restarted.company = known;
        restarted.clock.set(now);
        desk.ledger.close();
        desk = restarted;
        same();
        desk.commands.close(first, desk.epoch(first), desk.admin());
        same();
        assertThat(waits(begin, end())).extracting(Wait::kind).contains(Kind.FIRST, Kind.NEXT, Kind.RESOLUTION);
    }

    @Test
    void a_figure_that_is_wrong_is_noticed() {
        desk.hear("5511900000001", "oi", "support");
        desk.pass(Duration.ofMinutes(6));
        reply(desk.conversationOf("5511900000001"));
        var right = waits(begin, end());
        desk.jdbc
                .sql("UPDATE message SET author = 'rota' WHERE direction = 'out'")
                .update();

        assertThat(right).isNotEmpty();
        assertThat(waits(begin, end())).isEmpty();
    }

    @Test
    void of_another_teams_time_nothing_is_counted_and_of_what_has_left_nothing_stays() {
        desk.hear("5511900000001", "oi", "support");
        desk.pass(Duration.ofMinutes(6));
        var conversation = desk.conversationOf("5511900000001");
        reply(conversation);
        assertThat(waits(begin, end())).hasSize(1);
        var bia = new Viewer("bia", "Bia", Role.SUPERVISOR, Set.of("sales"));
        assertThat(waits(begin, end(), bia)).isEmpty();

        desk.pass(Duration.ofMinutes(1));
        desk.commands.move(conversation, desk.epoch(conversation), "sales", desk.admin());
        desk.pass(Duration.ofMinutes(6));
        assertThat(waits(begin, end())).isEmpty();
        assertThat(waits(begin, end(), bia)).isEmpty();
        assertThat(new BacklogRecount(desk, asked(begin, end()), STEP).told(bia))
                .isNotEmpty()
                .allMatch(point -> point.contains(" sales "));
    }

    private void same() {
        assertThat(waits(begin, end())).containsExactlyInAnyOrderElementsOf(walked());
        var backlog = new BacklogRecount(desk, asked(begin, end()), STEP);
        assertThat(backlog.told(OTTO)).isEqualTo(backlog.counted());
        assertThat(backlog.listed(OTTO)).isEqualTo(backlog.counted());
        assertThat(new ReportConfiguration()
                        .ownership(desk.jdbc, () -> desk.company, desk.clock)
                        .of(asked(begin.plus(STEP), end()), OTTO))
                .isEqualTo(owned(begin.plus(STEP), desk.clock.instant()));
    }

    /** Who owned what, one assignment after the other. */
    private Map<String, Owned> owned(Instant from, Instant now) {
        var found = new HashMap<String, Owned>();
        var conversations = new HashSet<String>();
        desk.jdbc
                .sql("SELECT a.* FROM assignment a JOIN conversation c ON c.id = a.conversation WHERE c.queue <>"
                        + " 'sales'")
                .query(row -> {
                    var agent = row.getString("agent");
                    var began = Columns.instant(row, "from_at");
                    var ended = Columns.instantOrNull(row, "to_at");
                    var until = ended == null ? now : ended;
                    if (ended == null || ended.isAfter(from)) {
                        var one = conversations.add(agent + " " + row.getLong("conversation")) ? 1 : 0;
                        var time = Duration.between(began.isBefore(from) ? from : began, until);
                        found.merge(
                                agent,
                                new Owned(began.isBefore(from) ? 0 : 1, one, time),
                                (a, b) -> new Owned(
                                        a.assigned() + b.assigned(),
                                        a.conversations() + b.conversations(),
                                        a.time().plus(b.time())));
                    }
                });
        return found;
    }

    private List<Wait> waits(Instant from, Instant to) {
        return waits(from, to, OTTO);
    }

    private List<Wait> waits(Instant from, Instant to, Viewer viewer) {
        return new ReportConfiguration().waits(desk.jdbc, () -> desk.company).ended(asked(from, to), viewer);
    }

    private static Asked asked(Instant from, Instant to) {
        return new Asked(from, to, null, null, null, null);
    }

    private Instant end() {
        return desk.clock.instant().plusSeconds(1);
    }

    private record Step(Instant at, String what, String by, String queue) {}

    private record Said(Instant at, boolean in, @Nullable String author) {}

    /** What was waited for, step by step. */
    private List<Wait> walked() {
        var found = new ArrayList<Wait>();
        desk.jdbc
                .sql("SELECT id, protocol FROM conversation WHERE queue <> 'sales'")
                .query(row -> {
                    walk(row.getLong("id"), row.getString("protocol"), "suporte", found);
                });
        return found;
    }

    private void walk(long id, String protocol, String number, List<Wait> found) {
        var steps = desk.jdbc
                .sql("SELECT at, what, by, queue FROM change WHERE conversation = ? ORDER BY epoch")
                .param(id)
                .query((row, n) -> new Step(
                        Columns.instant(row, "at"), row.getString("what"), row.getString("by"), row.getString("queue")))
                .list();
        var began = steps.get(0).at();
        for (var step : steps) {
            if (step.what().equals("reopened")) {
                began = step.at();
            } else if (step.what().equals("closed")) {
                found.add(new Wait(Kind.RESOLUTION, id, protocol, number, step.queue(), step.by(), began, step.at()));
            }
        }
        Instant asked = null;
        var stretches = new HashSet<Long>();
        for (var said : said(id)) {
            if (said.in()) {
                asked = asked == null ? said.at() : asked;
            } else if (asked != null) {
                var until = steps.stream()
                        .filter(step -> !step.at().isAfter(said.at()))
                        .toList();
                var stretch = until.stream()
                        .filter(step -> step.what().equals("reopened"))
                        .count();
                var queue = until.get(until.size() - 1).queue();
                var kind = stretches.add(stretch) ? Kind.FIRST : Kind.NEXT;
                found.add(new Wait(kind, id, protocol, number, queue, String.valueOf(said.author()), asked, said.at()));
                asked = null;
            }
        }
    }

    private List<Said> said(long conversation) {
        return desk
                .jdbc
                .sql("SELECT at, direction, author FROM message WHERE conversation = ? ORDER BY id")
                .param(conversation)
                .query((row, n) -> new Said(
                        Columns.instant(row, "at"), row.getString("direction").equals("in"), row.getString("author")))
                .list()
                .stream()
                .filter(said -> said.in() || !"rota".equals(said.author()))
                .toList();
    }

    private String ownerOf(long conversation) {
        return desk.jdbc
                .sql("SELECT agent FROM assignment WHERE conversation = ? AND to_at IS NULL")
                .param(conversation)
                .query(String.class)
                .single();
    }

    private void reply(long conversation) {
        var seen = desk.jdbc
                .sql("SELECT max(id) FROM message WHERE conversation = ?")
                .param(conversation)
                .query(Long.class)
                .single();
        var agent = desk.agent(ownerOf(conversation));
        desk.commands.reply(conversation, Answering.text(desk.epoch(conversation), seen, "já vejo"), agent);
    }
}
