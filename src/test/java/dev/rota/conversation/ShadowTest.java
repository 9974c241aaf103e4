package dev.rota.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rota.desk.Copy;
import dev.rota.desk.Delivery;
import dev.rota.desk.Event;
import dev.rota.desk.Heard;
import dev.rota.desk.Identity;
import dev.rota.desk.Number.Mode;
import dev.rota.desk.Profile;
import dev.rota.desk.Role;
import dev.rota.desk.Source;
import dev.rota.desk.Viewer;
import dev.rota.inquiry.Content;
import dev.rota.inquiry.Said;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A number that runs in shadow mode: Rota says what it would do, and does nothing. */
class ShadowTest {

    private static final String MARIA = "5511900000001";
    private static final String JOSE = "5511900000002";

    private final Desk desk = new Desk();
    private final Comparison comparison = new ComparisonQuery(desk.jdbc, () -> desk.company);
    private final Inbox inbox =
            new InboxConfiguration().inbox(desk.jdbc, new JdbcTransactionManager(desk.source), () -> desk.company);

    @BeforeEach
    void shadow() {
        desk.mode(Mode.SHADOW);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void a_message_is_decided_and_recorded_and_nobody_is_given_it_or_told() {
        desk.hear(MARIA, "caiu minha fibra", "support");
        desk.drainer.drainAll();

        var conversation = desk.conversationOf(MARIA);
        assertThat(desk.state(conversation)).isEqualTo("closed support - 1");
        assertThat(desk.count("SELECT count(*) FROM message")).isEqualTo(1);
        assertThat(desk.count("SELECT count(*) FROM decision")).isEqualTo(1);
        assertThat(desk.count("SELECT count(*) FROM assignment")).isZero();
        assertThat(desk.count("SELECT coalesce(sum(open), 0)::int FROM agent_load"))
                .isZero();
        assertThat(desk.told).isEmpty();
        var compared = compared().get(0);
        assertThat(compared.agent()).isIn("ana", "ivo", "zeca");
        assertThat(compared.reason()).contains("least loaded");
        assertThat(compared.customer()).isEqualTo("Maria");
        assertThat(compared.because()).extracting(rule -> rule.line()).isEqualTo(11);
        var explanation = inbox.explain(conversation, desk.admin()).orElseThrow();
        assertThat(String.valueOf(explanation.assignment())).contains(compared.agent());
    }

    @Test
    void it_is_in_no_list_no_count_no_search_and_no_workload() {
        desk.hear(MARIA, "caiu minha fibra", "support");

        for (var viewer : List.of(desk.admin(), desk.agent("ana"))) {
            assertThat(inbox.list(Filter.NONE, viewer).items()).isEmpty();
            assertThat(inbox.list(Filter.NONE.withQ("Maria"), viewer).items()).isEmpty();
            assertThat(inbox.list(Filter.NONE.withQueue("support"), viewer).items())
                    .isEmpty();
            for (var status : dev.rota.desk.Status.values()) {
                assertThat(inbox.list(Filter.NONE.withStatus(status), viewer).items())
                        .isEmpty();
            }
            assertThat(inbox.counts(viewer)).isEqualTo(new Counts(0, 0, 0, 0));
        }
        assertThat(new WorkloadQuery(desk.jdbc).backlogByQueue()).isEmpty();
        assertThat(new WorkloadQuery(desk.jdbc).nowByAgent().values()).allMatch(agent -> agent.open() == 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"claim", "assign", "release", "move", "close", "reopen", "reply"})
    void nothing_can_be_done_with_it(String command) {
        desk.hear(MARIA, "caiu minha fibra", "support");

        assertThatThrownBy(() -> run(command, desk.conversationOf(MARIA)))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageStartingWith("number 'suporte' runs in shadow mode: ");
    }

    @Test
    void messages_belong_together_until_the_customer_was_silent_for_as_long_as_the_queue_reopens() {
        desk.hear(MARIA, "caiu", "support");
        desk.pass(Duration.ofHours(20));
        desk.hear(MARIA, "continua", "support");
        desk.pass(Duration.ofHours(20));
        desk.hear(MARIA, "ainda", "support");
        assertThat(compared()).hasSize(1);

        desk.pass(Duration.ofHours(25));
        desk.hear(MARIA, "de novo", "support");
        assertThat(compared()).hasSize(2);
    }

    @Test
    void what_would_wait_is_asked_again_with_each_message_and_who_would_have_it_keeps_it() {
        desk.clock.set(Instant.parse("2026-11-24T23:30:00-03:00"));
        desk.hear(MARIA, "quero um plano", "sales");
        assertThat(compared().get(0).agent()).isNull();
        assertThat(compared().get(0).reason()).startsWith("queue sales is closed until");

        desk.clock.set(Instant.parse("2026-11-25T10:00:00-03:00"));
        desk.hear(MARIA, "alguém?", "sales");
        var agent = compared().get(0).agent();
        assertThat(agent).isIn("bia", "caio", "duda");

        desk.hear(MARIA, "caiu", "support");
        assertThat(compared()).singleElement().satisfies(one -> {
            assertThat(one.agent()).isEqualTo(agent);
            assertThat(one.queue()).isEqualTo("sales");
        });
    }

    @Test
    void once_the_number_is_live_the_next_message_starts_a_real_conversation() {
        desk.hear(MARIA, "caiu", "support");
        var shadow = desk.conversationOf(MARIA);
        desk.mode(Mode.LIVE);
        desk.hear(MARIA, "continua", "support");

        assertThat(desk.conversationOf(MARIA)).isNotEqualTo(shadow);
        assertThat(desk.state(desk.conversationOf(MARIA))).startsWith("in_progress support");
        assertThatThrownBy(() -> run("reopen", shadow)).hasMessageStartingWith("number 'suporte' ran in shadow mode: ");
    }

    @Test
    void what_is_open_when_the_number_leaves_live_mode_stays_in_earnest_until_it_is_closed() {
        desk.mode(Mode.LIVE);
        desk.hear(MARIA, "caiu", "support");
        var real = desk.conversationOf(MARIA);
        desk.mode(Mode.SHADOW);
        desk.hear(MARIA, "continua", "support");
        assertThat(desk.state(real)).startsWith("in_progress support");
        assertThat(desk.conversationOf(MARIA)).isEqualTo(real);

        desk.commands.close(real, desk.epoch(real), desk.admin());
        desk.hear(MARIA, "obrigada, mas voltou", "support");
        assertThat(desk.conversationOf(MARIA)).isNotEqualTo(real);
        assertThat(desk.state(real)).startsWith("closed");
        assertThat(compared()).hasSize(1);
    }

    @Test
    void live_and_shadow_messages_of_one_group_go_their_own_ways() {
        desk.mode(Mode.LIVE);
        var live = desk.turn(desk.message(JOSE, "caiu"), "support");
        desk.commit(live);
        desk.mode(Mode.SHADOW);
        var more = desk.ledger.commit(desk.turn(desk.message(JOSE, "continua"), "support"));
        var shadow = desk.ledger.commit(desk.turn(desk.message(MARIA, "oi"), "support"));
        more.join();
        shadow.join();

        assertThat(desk.state(desk.conversationOf(JOSE))).startsWith("in_progress");
        assertThat(desk.state(desk.conversationOf(MARIA))).startsWith("closed");
    }

    @Test
    void an_echo_tells_when_the_present_system_answered_first() {
        desk.hear(MARIA, "caiu", "support");
        desk.pass(Duration.ofMinutes(4));
        desk.commit(echo("já vamos ver"));
        desk.pass(Duration.ofMinutes(4));
        desk.commit(echo("resolvido"));

        assertThat(compared().get(0).firstAnswer())
                .isEqualTo(new Comparison.Answer(Desk.TUESDAY_MORNING.plusSeconds(240), 240, "phone app"));
        assertThat(compared()).hasSize(1);
    }

    @Test
    void supervisors_compare_their_own_teams_engineers_all_and_agents_nothing() {
        desk.hear(MARIA, "caiu", "support");
        desk.hear(JOSE, "quero um plano", "sales");

        assertThat(queuesOf(viewer(Role.ENGINEER))).containsExactlyInAnyOrder("support", "sales");
        assertThat(queuesOf(viewer(Role.SUPERVISOR, "sales"))).containsExactly("sales");
        assertThatThrownBy(() -> queuesOf(viewer(Role.AGENT, "sales"))).isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> queuesOf(viewer(Role.AUDITOR))).isInstanceOf(Refusal.Forbidden.class);
    }

    @Test
    void pages_follow_each_other_and_the_number_and_the_time_choose() {
        for (var n = 0; n < 5; n++) {
            desk.hear("551190000010" + n, "oi", "support");
            desk.pass(Duration.ofMinutes(1));
        }
        var since = Desk.TUESDAY_MORNING;

        var first = comparison.list(since, "suporte", null, 3, desk.admin());
        var second = comparison.list(since, "suporte", first.next(), 3, desk.admin());

        assertThat(first.items()).hasSize(3);
        assertThat(second.items()).hasSize(2).doesNotContainAnyElementsOf(first.items());
        assertThat(second.next()).isNull();
        assertThat(comparison.list(since, "vendas", null, 3, desk.admin()).items())
                .isEmpty();
        assertThat(comparison
                        .list(since.plusSeconds(150), null, null, 9, desk.admin())
                        .items())
                .hasSize(2);
        assertThatThrownBy(() -> comparison.list(since, null, "x", 3, desk.admin()))
                .isInstanceOf(UnknownCursor.class);
    }

    @Test
    void a_copy_goes_to_the_outbox_and_is_parked_once_its_number_forwards_nothing() {
        var copy = new Copy("sha256=1", new byte[] {'{', '\n', '}'});
        desk.commit(heard(copy, Desk.SUPORTE));
        desk.commit(heard(copy, "106540352242922"));

        assertThat(desk.told).singleElement().satisfies(delivery -> {
            assertThat(delivery.downstream()).isEqualTo("forward.suporte");
            assertThat(delivery.conversation()).isNull();
            assertThat(delivery.kind()).isEqualTo(Delivery.Kind.COPY);
            assertThat(((Copy) delivery.body()).stored()).isEqualTo(copy.stored());
        });
        assertThat(desk.parked).containsExactly("its number has no 'forward' in config/numbers.yaml any more");
        var deliveries = new DeliveryQuery(desk.jdbc, () -> desk.company);
        assertThat(deliveries.list("due", null, null, 9, desk.admin()).items()).hasSize(1);
        assertThat(deliveries.list("due", null, null, 9, desk.agent("ana")).items())
                .isEmpty();
    }

    private Heard.Copy heard(Copy copy, String number) {
        var event = desk.event();
        return new Heard.Copy(new Event(event.id(), event.key(), "copy", 0, number, event.receivedAt(), copy.stored()));
    }

    private dev.rota.desk.Turn echo(String text) {
        var said = Said.of("wamid." + UUID.randomUUID(), new Content.Text(text), desk.clock.instant());
        var maria = List.of(new Identity(Identity.Kind.WA_ID, MARIA));
        return desk.turn(
                new Heard.Message(desk.event(), Source.PHONE_APP, maria, List.of(), Profile.named("Maria"), said),
                "support");
    }

    private void run(String command, long conversation) {
        var by = desk.admin();
        switch (command) {
            case "claim" -> desk.commands.claim(conversation, 1, desk.agent("ana"));
            case "assign" -> desk.commands.assign(conversation, 1, "ana", null, by);
            case "release" -> desk.commands.release(conversation, 1, by);
            case "move" -> desk.commands.move(conversation, 1, "billing", by);
            case "close" -> desk.commands.close(conversation, 1, by);
            case "reopen" -> desk.commands.reopen(conversation, 1, by);
            default -> desk.commands.reply(conversation, Answering.text(1, null, "oi"), by);
        }
    }

    private List<Comparison.Compared> compared() {
        return comparison
                .list(Desk.TUESDAY_MORNING, null, null, 50, desk.admin())
                .items();
    }

    private List<String> queuesOf(Viewer viewer) {
        return comparison.list(Desk.TUESDAY_MORNING, null, null, 50, viewer).items().stream()
                .map(Comparison.Compared::queue)
                .toList();
    }

    private static Viewer viewer(Role role, String... teams) {
        return new Viewer("somebody", "Somebody", role, Set.of(teams));
    }
}
