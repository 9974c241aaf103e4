package dev.rota.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import dev.rota.conversation.FloorActions.Kind;
import dev.rota.conversation.FloorActions.Line;
import dev.rota.conversation.FloorActions.Load;
import dev.rota.conversation.FloorActions.Seen;
import dev.rota.conversation.FloorActions.Wanted;
import dev.rota.database.TestDatabase;
import dev.rota.desk.Presence.State;
import dev.rota.desk.Role;
import dev.rota.desk.Viewer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What supervisors do with many conversations at once; on Tuesday morning Bia and Caio sell until 14:00. */
class FloorActionsTest {

    private static final Viewer OTTO = new Viewer("otto", "Otto", Role.SUPERVISOR, Set.of("sales"));
    private static final Viewer NINA = new Viewer("nina", "Nina", Role.SUPERVISOR, Set.of("sales"));

    private final HikariDataSource source = TestDatabase.fresh();
    private final Desk desk = new Desk(source);
    private final Desk other = new Desk(source);
    private int customers;

    @AfterEach
    void close() {
        desk.close();
        other.close();
    }

    @Test
    void what_is_foretold_is_what_then_happens_and_foretelling_does_nothing() {
        away("caio");
        var ids = List.of(arrives(), arrives(), arrives());
        var wanted = wanted(Kind.RELEASE, "", ids);
        away("bia");
        back("caio");

        var foretold = desk.floorActions.preview(wanted, OTTO);

        assertThat(ids).allMatch(id -> desk.state(id).equals("in_progress sales bia 2"));
        assertThat(desk.count("SELECT count(*) FROM floor_action")).isZero();
        assertThat(foretold.lines()).extracting(Line::owner).containsOnly("caio");
        assertThat(foretold.loads()).containsExactly(new Load("bia", 3, 0, 6), new Load("caio", 0, 3, 6));

        var done = desk.floorActions.carryOut(wanted, OTTO);

        assertThat(done.lines()).isEqualTo(foretold.lines());
        assertThat(done.loads()).isEqualTo(foretold.loads());
        assertThat(ids).allMatch(id -> desk.state(id).equals("in_progress sales caio 4"));
        assertThat(desk.whole(ids.get(0)).toString()).contains("Otto gave it back: they were too many");
    }

    @Test
    void what_cannot_be_done_stays_and_says_why_and_the_rest_is_done() {
        List.of("bia", "caio").forEach(this::away);
        var changed = arrives();
        var closed = arrives();
        var fine = arrives();
        var foreign = elsewhere();
        var rows = List.of(seen(changed), seen(closed), seen(fine), seen(foreign), new Seen(4711, 1));
        desk.commands.claim(changed, 1, desk.agent("caio"));
        desk.commands.close(closed, 1, desk.admin());
        back("bia");
        desk.commands.release(fine, desk.epoch(fine), desk.agent("bia"));
        var again = new ArrayList<>(rows);
        again.set(2, seen(fine));
        again.set(1, seen(closed));

        var done = desk.floorActions.carryOut(new Wanted(Kind.ASSIGN, "bia", "", again), OTTO);

        assertThat(done.lines())
                .extracting(line -> line.left() == null ? "bia".equals(line.owner()) : line.left())
                .containsExactly(
                        "it has changed since you saw it: Caio Reis has it now",
                        "a conversation that is closed can't be assigned; reopen it first",
                        true,
                        "there is no conversation " + foreign,
                        "there is no conversation 4711");
        assertThat(desk.state(changed)).isEqualTo("in_progress sales caio 2");
        assertThat(desk.floorActions.find(Objects.requireNonNull(done.id()), OTTO))
                .hasValue(done);
        assertThat(desk.floorActions.find(Objects.requireNonNull(done.id()), NINA))
                .isEmpty();
    }

    @Test
    void no_agent_gets_more_than_they_can_have_and_who_is_away_needs_a_reason() {
        List.of("bia", "caio").forEach(this::away);
        var ids = new ArrayList<Long>();
        for (var n = 0; n < 8; n++) {
            ids.add(arrives());
        }

        var without = desk.floorActions.preview(new Wanted(Kind.ASSIGN, "bia", " ", seen(ids)), OTTO);
        assertThat(without.lines()).allMatch(line -> String.valueOf(line.left()).contains("expected the reason"));

        var done = desk.floorActions.carryOut(wanted(Kind.ASSIGN, "bia", ids), OTTO);
        assertThat(done.lines()).filteredOn(line -> line.left() == null).hasSize(6);
        assertThat(done.lines().get(7).left()).startsWith("Bia Nunes");
        assertThat(done.loads()).containsExactly(new Load("bia", 0, 6, 6));
    }

    @Test
    void it_is_undone_but_for_what_somebody_has_touched() {
        away("caio");
        var ids = List.of(arrives(), arrives(), arrives());
        var done = desk.floorActions.carryOut(wanted(Kind.MOVE, "billing", ids), OTTO);
        assertThat(ids).allMatch(id -> desk.state(id).contains(" billing "));
        desk.commands.close(ids.get(1), desk.epoch(ids.get(1)), desk.admin());

        var id = Objects.requireNonNull(done.id());
        var undone = other.floorActions.undo(id, OTTO);

        assertThat(undone.undone()).isTrue();
        assertThat(undone.lines())
                .extracting(Line::undone)
                .containsExactly("restored", "admin has closed it since", "restored");
        assertThat(desk.state(ids.get(0))).startsWith("in_progress sales bia");
        assertThat(desk.state(ids.get(1))).startsWith("closed billing");
        assertThatThrownBy(() -> desk.floorActions.undo(id, OTTO)).hasMessage("it has been undone already");
    }

    @Test
    void only_its_author_undoes_it_and_only_for_ten_minutes() {
        away("caio");
        var done = desk.floorActions.carryOut(wanted(Kind.MOVE, "billing", List.of(arrives())), OTTO);
        var id = Objects.requireNonNull(done.id());
        assertThat(done.undoUntil()).isEqualTo(done.at().plus(Duration.ofMinutes(10)));

        assertThatThrownBy(() -> desk.floorActions.undo(id, NINA)).isInstanceOf(Refusal.NotFound.class);
        desk.pass(Duration.ofMinutes(10));
        assertThatThrownBy(() -> desk.floorActions.undo(id, OTTO))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageContaining("more than 10 minutes ago");
    }

    @Test
    void what_makes_no_sense_is_refused_as_a_whole() {
        var one = new Seen(1, 1);
        assertThatThrownBy(
                        () -> desk.floorActions.preview(new Wanted(Kind.ASSIGN, "nobody", "", List.of(one, one)), OTTO))
                .hasMessage("a conversation is chosen twice; there is no agent 'nobody'");
        assertThatThrownBy(() -> desk.floorActions.carryOut(new Wanted(Kind.MOVE, "nowhere", "", List.of()), OTTO))
                .hasMessage("0 conversations are chosen; expected one to 200 at once; there is no queue 'nowhere'");
        assertThatThrownBy(() ->
                        desk.floorActions.carryOut(new Wanted(Kind.RELEASE, "", "x".repeat(501), List.of(one)), OTTO))
                .hasMessageContaining("at most 500 characters");
        assertThatThrownBy(() ->
                        desk.floorActions.preview(new Wanted(Kind.RELEASE, "", "", List.of(one)), desk.agent("bia")))
                .isInstanceOf(Refusal.Forbidden.class);
    }

    @Test
    void two_supervisors_who_take_the_same_ones_at_once_wait_for_each_other_and_each_row_has_one_owner() {
        var ids = new ArrayList<Long>();
        for (var n = 0; n < 12; n++) {
            ids.add(arrives());
        }
        var random = new Random(7);
        for (var round = 0; round < 15; round++) {
            var first = shuffled(ids, random);
            var second = shuffled(ids, random);
            var arriving = CompletableFuture.runAsync(this::arrives);
            var one = CompletableFuture.supplyAsync(
                    () -> catchThrowable(() -> desk.floorActions.carryOut(wanted(Kind.RELEASE, "", first), OTTO)));
            var two = CompletableFuture.supplyAsync(
                    () -> catchThrowable(() -> other.floorActions.carryOut(wanted(Kind.ASSIGN, "bia", second), NINA)));
            assertThat(one.join()).isNull();
            assertThat(two.join()).isNull();
            arriving.join();
        }
        assertThat(desk.count("SELECT count(*) FROM (SELECT conversation FROM assignment WHERE to_at IS NULL"
                        + " GROUP BY conversation HAVING count(*) > 1) AS doubled"))
                .isZero();
        assertThat(desk.count("SELECT count(*) FROM agent_load l WHERE open <> (SELECT count(*) FROM conversation"
                        + " WHERE owner = l.agent AND status = 'in_progress')"))
                .isZero();
    }

    private static List<Long> shuffled(List<Long> ids, Random random) {
        var some = new ArrayList<>(ids);
        Collections.shuffle(some, random);
        return some.subList(0, 8);
    }

    private Wanted wanted(Kind kind, String to, List<Long> ids) {
        return new Wanted(kind, to, "they were too many", seen(ids));
    }

    private List<Seen> seen(List<Long> ids) {
        return ids.stream().map(this::seen).toList();
    }

    private Seen seen(long id) {
        return new Seen(id, desk.epoch(id));
    }

    private void away(String agent) {
        desk.presences.declare(agent, State.AWAY, null, desk.admin());
    }

    private void back(String agent) {
        desk.presences.declare(agent, State.AVAILABLE, null, desk.admin());
    }

    private long arrives() {
        return arrives("sales");
    }

    /** One that no supervisor of sales sees. */
    private long elsewhere() {
        return arrives("support");
    }

    private synchronized long arrives(String queue) {
        var from = "55119000%05d".formatted(++customers);
        desk.hear(from, "quero um plano", queue);
        return desk.conversationOf(from);
    }
}
