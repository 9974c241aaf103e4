package dev.rota.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.rota.desk.Role;
import dev.rota.desk.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommandsTest {

    private static final String MARIA = "5511900000001";
    private static final Instant NIGHT = Instant.parse("2026-11-24T23:30:00-03:00");

    private final Desk desk = new Desk();
    private long waiting;

    /** At night the queue for sales is closed, so the conversation waits until somebody takes it. */
    @BeforeEach
    void a_conversation_waits() {
        desk.clock.set(NIGHT);
        desk.hear(MARIA, "quero um plano", "sales");
        waiting = desk.conversationOf(MARIA);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void of_sixteen_who_claim_at_once_one_wins_and_each_other_is_told_who() {
        var winners = new ArrayList<String>();
        var told = new ArrayList<String>();
        var people = List.of("bia", "caio", "duda");
        var pool = Executors.newFixedThreadPool(16);
        var races = new ArrayList<CompletableFuture<Void>>();
        for (var n = 0; n < 16; n++) {
            var agent = desk.agent(people.get(n % 3));
            races.add(CompletableFuture.runAsync(() -> desk.commands.claim(waiting, 1, agent), pool)
                    .handle((ok, failure) -> {
                        synchronized (told) {
                            if (failure == null) {
                                winners.add(agent.name());
                            } else if (failure.getCause() instanceof Refusal.Stale stale && stale.owner() != null) {
                                told.add(stale.owner().id() + " " + stale.epoch());
                            }
                        }
                        return null;
                    }));
        }
        races.forEach(CompletableFuture::join);
        pool.shutdown();

        assertThat(winners).hasSize(1);
        assertThat(told).hasSize(15).containsOnly(winners.get(0) + " 2");
        assertThat(desk.count("SELECT count(*) FROM assignment WHERE to_at IS NULL"))
                .isEqualTo(1);
    }

    @Test
    void a_command_on_a_stale_view_has_no_effect_and_says_what_is() {
        desk.commands.claim(waiting, 1, desk.agent("bia"));
        assertThatThrownBy(() -> desk.commands.close(waiting, 1, desk.admin()))
                .asInstanceOf(type(Refusal.Stale.class))
                .satisfies(stale -> {
                    assertThat(stale).hasMessageContaining("Bia Nunes has it now");
                    assertThat(stale.epoch()).isEqualTo(2);
                });
        assertThat(desk.state(waiting)).isEqualTo("in_progress sales bia 2");
    }

    @Test
    void who_gives_a_conversation_back_is_not_given_it_again() {
        desk.clock.set(Desk.TUESDAY_MORNING);
        desk.drainer.drainAll();
        var owner = desk.jdbc
                .sql("SELECT owner FROM conversation")
                .query(String.class)
                .single();
        desk.commands.release(waiting, 2, desk.agent(owner));

        var next = desk.jdbc
                .sql("SELECT owner FROM conversation")
                .query(String.class)
                .single();
        assertThat(next).isNotEqualTo(owner).isIn("bia", "caio");
    }

    @Test
    void a_move_waits_in_the_other_queue_and_is_handed_out_there() {
        desk.commands.move(waiting, 1, "on-call", desk.admin());
        assertThat(desk.state(waiting)).isEqualTo("in_progress on-call rui 3");
        assertThat(desk.tickets(waiting)).containsExactly(waiting + ":ticket:3 in_progress");
    }

    @Test
    void the_load_follows_every_change() {
        desk.commands.claim(waiting, 1, desk.agent("bia"));
        desk.commands.assign(waiting, 2, "caio", "he said so", desk.admin());
        desk.commands.close(waiting, 3, desk.agent("caio"));
        desk.commands.reopen(waiting, 4, desk.admin());

        assertThat(desk.count("SELECT sum(open) FROM agent_load")).isZero();
        assertThat(desk.state(waiting)).isEqualTo("waiting sales - 5");
        assertThat(desk.count("SELECT count(*) FROM change")).isEqualTo(5);
        assertThat(desk.tickets(waiting))
                .containsExactly(
                        waiting + ":ticket:2 in_progress",
                        waiting + ":ticket:3 in_progress",
                        waiting + ":status:4 closed",
                        waiting + ":status:5 waiting");
    }

    @Test
    void what_makes_no_sense_is_refused_with_a_sentence() {
        desk.commands.claim(waiting, 1, desk.agent("bia"));
        refused(() -> desk.commands.claim(waiting, 2, desk.agent("caio")), "can't be claimed");
        refused(() -> desk.commands.assign(waiting, 2, "nobody", null, desk.admin()), "there is no agent 'nobody'");
        refused(() -> desk.commands.assign(waiting, 2, "ana", null, desk.admin()), "not in a team of queue sales");
        refused(
                () -> desk.commands.assign(waiting, 2, "caio", " ", desk.admin()),
                "Caio Reis is not at work: not on the roster of this hour");
        refused(() -> desk.commands.move(waiting, 2, "nowhere", desk.admin()), "there is no queue 'nowhere'");
        refused(() -> desk.commands.close(waiting, 2, desk.agent("caio")), "Bia Nunes is responsible");
        refused(() -> desk.commands.claim(waiting, 2, desk.agent("ana")), "there is no conversation");
        refused(() -> desk.commands.reopen(waiting, 2, desk.admin()), "can't be reopened");
        var auditor = new Viewer("eye", "Eye", Role.AUDITOR, Set.of());
        refused(() -> desk.commands.close(waiting, 2, auditor), "only they or a supervisor");
        assertThat(desk.state(waiting)).isEqualTo("in_progress sales bia 2");
    }

    @Test
    void a_reply_is_refused_to_anybody_but_the_owner_on_a_stale_view_and_outside_the_window() {
        refused(() -> reply(1, 1L, "olá", "bia"), "take it first");
        desk.commands.claim(waiting, 1, desk.agent("bia"));
        var seen = (long) desk.count("SELECT max(id) FROM message");
        refused(() -> reply(2, seen, "olá", "caio"), "Bia Nunes is responsible");
        refused(() -> reply(2, seen, " ", "bia"), "1 to 4096 characters");
        refused(() -> reply(2, seen, "x".repeat(4097), "bia"), "this one has 4097");

        var first = reply(2, seen, "olá", "bia");
        refused(() -> reply(2, seen, "olá de novo", "bia"), "a reply went out");
        reply(2, first, "mais", "bia");
        desk.pass(Duration.ofHours(24).plusSeconds(1));
        refused(() -> reply(2, first + 1, "tarde", "bia"), "24 h window is closed");

        assertThat(desk.count("SELECT count(*) FROM message WHERE direction = 'out'"))
                .isEqualTo(2);
        assertThat(desk.tickets(waiting).stream().filter(each -> each.endsWith("reply")))
                .hasSize(2);
    }

    private long reply(int epoch, long seen, String text, String agent) {
        return desk.commands.reply(waiting, Answering.text(epoch, seen, text), desk.agent(agent));
    }

    private static void refused(Runnable command, String sentence) {
        assertThatThrownBy(command::run).isInstanceOf(Refusal.class).hasMessageContaining(sentence);
    }
}
