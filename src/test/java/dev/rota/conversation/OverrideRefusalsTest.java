package dev.rota.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rota.conversation.Refusal.Fault;
import dev.rota.conversation.RoutingOverrides.Wanted;
import dev.rota.desk.Role;
import dev.rota.desk.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Overrides that make no sense, and people who may make none. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OverrideRefusalsTest {

    private final Desk desk = new Desk();
    private final RoutingOverrides overrides = desk.overrides.overrides();
    private final Instant later = desk.clock.instant().plusSeconds(60);

    @AfterAll
    void close() {
        desk.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "produto        | fibre | ${body.produto} is not a fact of the inquiry; did you mean 'product'?",
                "produkt        | fibre | ${body.produkt} is not a fact of the inquiry; did you mean 'product'?",
                "product name   | fibre | 'product name' is not a fact",
                "shift          | nigth | ${body.shift} is never 'nigth'; did you mean 'night'?",
                "requestType    | slaes | ${body.requestType} is never 'slaes'; did you mean 'sales'?",
                "open('suport') | true  | no queue is called 'suport'; did you mean 'support'?",
                "open('support') | yes  | ${body.open} is compared with 'yes'; expected true or false",
                "history.openTickets | many | ${body.history.openTickets} is compared with 'many'; expected a whole number",
                "product        | \"\"  | the value of 'product' is missing; expected a text"
            })
    void a_fact_that_cannot_be_so_is_refused_with_what_could(String fact, String value, String sentence) {
        var refusal = refused(new Wanted(Map.of(fact, value), "on-call", later, "a mast is down"));

        assertThat(refusal.field()).isEqualTo("match." + fact);
        assertThat(refusal).hasMessageStartingWith(sentence);
    }

    @Test
    void everything_is_said_at_once() {
        var yesterday = desk.clock.instant().minus(Duration.ofDays(1));

        var refusal = refused(new Wanted(Map.of("produto", "fibre", "shift", "nigth"), "oncall", yesterday, " "));

        assertThat(refusal.faults())
                .containsExactly(
                        new Fault(
                                "match.produto",
                                "${body.produto} is not a fact of the inquiry; did you mean 'product'?"),
                        new Fault("match.shift", "${body.shift} is never 'nigth'; did you mean 'night'?"),
                        new Fault("queue", "there is no queue 'oncall'; there are billing, on-call, sales, support"),
                        new Fault("until", "2026-11-23T13:00:00Z is over; expected a time that is still to come"),
                        new Fault("reason", "the reason is missing; expected why, in a sentence"));
        assertThat(desk.count("SELECT count(*) FROM override")).isZero();
    }

    @Test
    void what_is_missing_altogether_is_said_too() {
        assertThat(refused(new Wanted(Map.of(), "", null, "")).faults())
                .extracting(Fault::field)
                .containsExactly("match", "queue", "until", "reason");
    }

    @Test
    void what_is_to_last_longer_is_no_emergency() {
        var nextMonth = desk.clock.instant().plus(Duration.ofDays(30));

        assertThat(refused(new Wanted(Map.of("product", "fibre"), "on-call", nextMonth, "a mast is down")))
                .hasMessageContaining("is more than 7 days away; what is to last longer belongs into routes/triage/");
        assertThat(refused(new Wanted(Map.of("product", "fibre"), "on-call", later, "a\u001b[2Jmast")))
                .hasMessage("a reason is one line of at most 500 characters");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"OPERATIONS", "ADMIN"})
    void only_operations_and_admins_make_them(Role role) {
        var somebody = new Viewer("ana", "Ana Prado", role, Set.of("support"));
        var wanted = new Wanted(Map.of("product", "fibre"), "on-call", later, "a mast is down");

        for (var command : List.<Runnable>of(
                () -> overrides.propose(wanted, somebody),
                () -> overrides.put(wanted, somebody),
                () -> overrides.end(1, somebody))) {
            assertThatThrownBy(command::run)
                    .isInstanceOf(Refusal.Forbidden.class)
                    .hasMessage("operations and admins make overrides; the role " + role.label() + " does not");
        }
        assertThat(desk.count("SELECT count(*) FROM override")).isZero();
    }

    @Test
    void one_that_is_not_there_cannot_be_ended() {
        assertThatThrownBy(() -> overrides.end(17, RuledDesk.OTTO))
                .isInstanceOf(Refusal.NotFound.class)
                .hasMessage("there is no override 17");
    }

    private Refusal.Invalid refused(Wanted wanted) {
        assertThatThrownBy(() -> overrides.put(wanted, RuledDesk.OTTO)).isInstanceOf(Refusal.Invalid.class);
        return catchThrowableOfType(Refusal.Invalid.class, () -> overrides.propose(wanted, RuledDesk.OTTO));
    }
}
