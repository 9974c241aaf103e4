package dev.rota.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rota.desk.Presence.State;
import dev.rota.desk.Role;
import dev.rota.desk.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What agents declare of being there; on Tuesday morning Bia and Caio sell until 14:00. */
class PresenceTest {

    private static final String MARIA = "5511900000001";
    private static final Instant HALF_PAST_TEN = Instant.parse("2026-11-24T10:30:00-03:00");

    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void who_is_on_a_break_or_away_is_given_nothing_and_the_queue_says_so() {
        desk.presences.declare("bia", State.BREAK, HALF_PAST_TEN, desk.agent("bia"));
        desk.presences.declare("caio", State.AWAY, null, desk.admin());

        desk.hear(MARIA, "quero um plano", "sales");

        assertThat(desk.waitingReasons()).containsExactly("nobody of queue sales is at work");
    }

    @Test
    void who_is_back_is_given_at_once_what_waits() {
        List.of("bia", "caio").forEach(agent -> desk.presences.declare(agent, State.AWAY, null, desk.admin()));
        desk.hear(MARIA, "quero um plano", "sales");

        desk.presences.declare("bia", State.AVAILABLE, null, desk.agent("bia"));

        assertThat(desk.state(desk.conversationOf(MARIA))).isEqualTo("in_progress sales bia 2");
    }

    @Test
    void what_was_declared_ends_by_itself_and_the_look_each_second_sees_it() {
        List.of("bia", "caio")
                .forEach(agent -> desk.presences.declare(agent, State.BREAK, HALF_PAST_TEN, desk.admin()));
        desk.hear(MARIA, "quero um plano", "sales");

        desk.clock.set(HALF_PAST_TEN);
        desk.drainer.drainAll();

        assertThat(desk.state(desk.conversationOf(MARIA))).startsWith("in_progress sales");
    }

    @Test
    void without_an_end_it_ends_with_the_shift() {
        desk.presences.declare("bia", State.AWAY, null, desk.agent("bia"));

        assertThat(desk.jdbc
                        .sql("SELECT presence_until FROM agent_load WHERE agent = 'bia'")
                        .query(java.time.OffsetDateTime.class)
                        .single()
                        .toInstant())
                .isEqualTo(Instant.parse("2026-11-24T14:00:00-03:00"));
    }

    @Test
    void a_shift_beats_what_was_declared() {
        desk.clock.set(Instant.parse("2026-11-24T23:30:00-03:00"));
        desk.presences.declare("bia", State.AVAILABLE, null, desk.agent("bia"));
        desk.hear(MARIA, "quero um plano", "support");

        assertThat(desk.state(desk.conversationOf(MARIA))).doesNotContain("bia");
    }

    @Test
    void a_message_does_not_go_to_somebody_who_has_been_away_too_long() {
        desk.hear(MARIA, "quero um plano", "sales");
        var conversation = desk.conversationOf(MARIA);
        var owner = desk.jdbc
                .sql("SELECT owner FROM conversation")
                .query(String.class)
                .single();
        desk.presences.declare(owner, State.AWAY, null, desk.admin());
        desk.pass(Duration.ofMinutes(10));
        desk.hear(MARIA, "oi?", "sales");
        assertThat(desk.state(conversation)).isEqualTo("in_progress sales " + owner + " 2");

        desk.pass(Duration.ofMinutes(5));
        desk.hear(MARIA, "alguém?", "sales");

        assertThat(desk.state(conversation)).startsWith("in_progress sales").doesNotContain(owner);
    }

    @Test
    void nobody_else_than_the_agent_and_a_supervisor_may_say_so() {
        refused(() -> declare("bia", desk.agent("caio")), "only Bia Nunes or a supervisor may say so");
        refused(() -> declare("bia", desk.agent("ana")), "there is no agent 'bia'");
        refused(() -> declare("nobody", desk.admin()), "there is no agent 'nobody'");
        refused(
                () -> declare("bia", new Viewer("eye", "Eye", Role.AUDITOR, Set.of())),
                "only Bia Nunes or a supervisor may say so");
        refused(
                () -> desk.presences.declare("bia", State.AWAY, Desk.TUESDAY_MORNING, desk.admin()),
                "it is 2026-11-24T13:00:00Z already; expected an instant to come");
        declare("bia", new Viewer("nina", "Nina", Role.SUPERVISOR, Set.of("sales")));
    }

    private void declare(String agent, Viewer by) {
        desk.presences.declare(agent, State.AWAY, null, by);
    }

    private static void refused(ThrowingCallable declaration, String sentence) {
        assertThatThrownBy(declaration).isInstanceOf(Refusal.class).hasMessage(sentence);
    }
}
