package dev.rota.conversation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.rota.routing.Because;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What operations say over the rules of the example company, for a time. */
class OverrideTest {

    private static final String MARIA = "5511911111111";
    private static final String JOAO = "5511922222222";
    private static final Duration TWO_HOURS = Duration.ofHours(2);

    private final RuledDesk ruled = new RuledDesk(new Desk());
    private final Desk desk = ruled.desk;

    @AfterEach
    void close() {
        ruled.close();
    }

    @Test
    void a_proposal_says_what_it_would_do_and_does_nothing() {
        desk.company = ruled.everybody;
        var owned = hear("5511933333333", "fibre", "quero um plano");
        desk.company = ruled.nobody;
        var mine = hear(MARIA, "fibre", "quero um plano");
        hear(JOAO, "mobile", "quero um plano");
        var before = desk.state(owned);

        var proposed = desk.overrides.overrides().propose(ruled.fibre("on-call"), desk.admin());

        assertThat(proposed.state()).isEqualTo("proposed");
        assertThat(proposed.id()).isNull();
        assertThat(effect(proposed))
                .extracting(
                        StandingOverride.Effect::moved,
                        StandingOverride.Effect::stayed,
                        StandingOverride.Effect::inProgress)
                .containsExactly(1, 0, 1);
        assertThat(effect(proposed).conversations())
                .extracting(
                        StandingOverride.Line::conversation,
                        StandingOverride.Line::kind,
                        StandingOverride.Line::fromQueue,
                        StandingOverride.Line::queue)
                .containsExactly(
                        tuple(owned, "in_progress", "sales", "sales"), tuple(mine, "moved", "sales", "on-call"));
        assertThat(desk.state(mine)).startsWith("waiting sales");
        assertThat(desk.state(owned)).isEqualTo(before);
        assertThat(desk.count("SELECT count(*) FROM override")).isZero();
    }

    @Test
    void what_waits_and_fits_moves_with_who_and_why_and_the_rest_stays() {
        var mine = hear(MARIA, "fibre", "quero um plano");
        var other = hear(JOAO, "mobile", "quero um plano");

        var made = ruled.put("on-call");

        assertThat(desk.state(mine)).startsWith("waiting on-call");
        assertThat(desk.state(other)).startsWith("waiting sales");
        assertThat(effect(made).moved()).isEqualTo(1);
        assertThat(made.state()).isEqualTo("in_force");
        assertThat(desk.whole(mine).changes())
                .extracting(Whole.Change::what, Whole.Change::by, Whole.Change::why)
                .containsExactly(
                        tuple("opened", "rota", "the customer wrote"),
                        tuple("overridden", "otto", "override 1 to on-call: a mast is down"),
                        tuple("moved", "otto", "override 1: a mast is down"));
        assertThat(desk.whole(mine).summary().override())
                .isEqualTo(new Summary.Overridden(1, "on-call", made.until(), "otto", "a mast is down"));
        assertThat(desk.whole(other).summary().override()).isNull();
        assertThat(because(mine))
                .extracting(Because::file, Because::line, Because::step, Because::text, Because::value)
                .endsWith(
                        tuple(
                                "override",
                                1,
                                "otto until 2026-11-24 12:00: a mast is down",
                                "${body.product} == 'fibre'",
                                "true"),
                        tuple(
                                "override",
                                1,
                                "otto until 2026-11-24 12:00: a mast is down",
                                "queue:on-call",
                                "on-call"));
    }

    @Test
    void what_moves_is_handed_out_in_the_same_moment() {
        var mine = hear(MARIA, "fibre", "quero um plano");
        desk.company = ruled.everybody;

        ruled.put("support");

        assertThat(desk.state(mine)).matches("in_progress support \\w+ 3");
        assertThat(desk.tickets(mine)).hasSize(1);
    }

    @Test
    void who_has_a_conversation_keeps_it_and_sees_the_mark() {
        desk.company = ruled.everybody;
        var owned = hear(MARIA, "fibre", "quero um plano");
        var before = desk.state(owned);
        var position = desk.count("SELECT count(*) FROM feed");

        var made = ruled.put("on-call");

        assertThat(before).startsWith("in_progress sales");
        assertThat(desk.state(owned)).isEqualTo(before);
        assertThat(effect(made).inProgress()).isEqualTo(1);
        assertThat(requireNonNull(desk.whole(owned).summary().override()).by()).isEqualTo("otto");
        assertThat(desk.whole(owned).changes()).extracting(Whole.Change::what).endsWith("overridden");
        assertThat(desk.count("SELECT count(*) FROM feed")).isGreaterThan(position);
    }

    @Test
    void who_gives_one_back_gives_it_to_where_the_override_says_and_nobody_else_gets_it_on_its_way() {
        desk.company = ruled.everybody;
        var owned = hear(MARIA, "fibre", "quero um plano");
        ruled.put("on-call");

        desk.commands.release(owned, desk.epoch(owned), desk.admin());
        assertThat(desk.state(owned)).startsWith("waiting sales");
        desk.drainer.drainAll();
        assertThat(desk.state(owned)).startsWith("waiting sales");
        desk.redecisions.run();

        assertThat(desk.state(owned)).contains(" on-call ");
    }

    @Test
    void what_a_person_has_put_elsewhere_stays_there() {
        var mine = hear(MARIA, "fibre", "quero um plano");
        desk.commands.move(mine, 1, "billing", desk.admin());

        var made = ruled.put("on-call");

        assertThat(desk.state(mine)).startsWith("waiting billing");
        assertThat(effect(made).moved()).isZero();
        desk.company = ruled.everybody;
        desk.drainer.drainAll();
        assertThat(desk.state(mine)).startsWith("in_progress billing");
    }

    @Test
    void what_comes_while_it_is_in_force_goes_there_and_is_marked() {
        ruled.put("on-call");

        var mine = hear(MARIA, "fibre", "quero um plano");

        assertThat(desk.state(mine)).startsWith("waiting on-call");
        assertThat(requireNonNull(desk.whole(mine).summary().override()).reason())
                .isEqualTo("a mast is down");
    }

    @Test
    void it_ends_alone_and_what_waits_is_decided_again() {
        var mine = hear(MARIA, "fibre", "quero um plano");
        ruled.put("on-call");
        desk.pass(TWO_HOURS.minusSeconds(1));
        desk.overrides.due().look();
        assertThat(desk.state(mine)).startsWith("waiting on-call");

        desk.pass(Duration.ofSeconds(1));
        desk.overrides.due().look();

        assertThat(desk.state(mine)).startsWith("waiting sales");
        assertThat(desk.whole(mine).summary().override()).isNull();
        assertThat(desk.whole(mine).changes())
                .last()
                .extracting(Whole.Change::what, Whole.Change::by, Whole.Change::why)
                .containsExactly("moved", "rota", "override 1 is over");
        assertThat(desk.overrides.overrides().list())
                .singleElement()
                .extracting(StandingOverride::state, StandingOverride::endedBy)
                .containsExactly("over", "rota");
        assertThat(desk.count("SELECT count(*) FROM moved"))
                .as("no swap led to it")
                .isZero();
    }

    @Test
    void it_can_be_ended_early_and_only_once() {
        var mine = hear(MARIA, "fibre", "quero um plano");
        var id = requireNonNull(ruled.put("on-call").id());

        var ended = desk.overrides.overrides().end(id, desk.admin());

        assertThat(desk.state(mine)).startsWith("waiting sales");
        assertThat(ended)
                .extracting(StandingOverride::state, StandingOverride::endedBy)
                .containsExactly("over", "admin");
        assertThatThrownBy(() -> desk.overrides.overrides().end(id, desk.admin()))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessage("override 1 is over since 2026-11-24T13:00:00Z; only one that is in force can be ended");
    }

    @Test
    void every_decision_runs_again_from_its_record_whatever_is_in_force_later() {
        hear(MARIA, "fibre", "quero um plano");
        var id = requireNonNull(ruled.put("on-call").id());
        hear(JOAO, "fibre", "caiu minha fibra");
        desk.overrides.overrides().end(id, RuledDesk.OTTO);

        var log = DecisionLog.of(desk.jdbc);

        assertThat(log).hasSize(5);
        assertThat(log).allSatisfy(recorded -> {
            var again = ruled.triage().decide(recorded.inquiry());
            assertThat(again.queue()).isEqualTo(recorded.decision().queue());
            assertThat(again.because()).isEqualTo(recorded.decision().because());
        });
        assertThat(log)
                .extracting(recorded -> recorded.decision().queue())
                .containsExactly("sales", "on-call", "on-call", "sales", "support");
    }

    private long hear(String from, String product, String text) {
        return ruled.hear(from, product, text);
    }

    private List<Because> because(long conversation) {
        var decisions = desk.whole(conversation).decisions();
        return decisions.get(decisions.size() - 1).because();
    }

    private static StandingOverride.Effect effect(StandingOverride override) {
        return requireNonNull(override.effect());
    }
}
