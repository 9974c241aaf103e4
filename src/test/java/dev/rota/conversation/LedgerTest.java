package dev.rota.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rota.desk.Heard;
import dev.rota.desk.Identity;
import dev.rota.desk.Identity.Kind;
import dev.rota.desk.MessageStatus;
import dev.rota.desk.Ticket;
import dev.rota.desk.TryAgain;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void a_first_message_becomes_a_conversation_with_one_agent_and_a_ticket_that_says_why() {
        desk.hear("5511912345678", "caiu minha fibra", "support");

        var conversation = desk.conversationOf("5511912345678");
        assertThat(desk.state(conversation)).matches("in_progress support (ana|ivo|zeca) 2");
        assertThat(desk.tickets(conversation)).containsExactly(conversation + ":ticket:2 in_progress");
        var ticket = (Ticket) desk.told.get(0).body();
        assertThat(ticket.because().toString()).contains("outage-at-night", "least loaded");
        assertThat(ticket.messages()).extracting(Ticket.Line::text).containsExactly("caiu minha fibra");
        assertThat(ticket.title()).isEqualTo("support: caiu minha fibra");
    }

    @Test
    void two_first_messages_of_one_customer_in_one_group_open_one_conversation() {
        var ids = List.of(new Identity(Kind.BSUID, "BR.1"), new Identity(Kind.WA_ID, "5511900000001"));
        var first = desk.turn(desk.message(ids, "oi"), "support");
        var second = desk.turn(desk.message("5511900000001", "caiu"), "support");
        var both = List.of(desk.ledger.commit(first), desk.ledger.commit(second));

        assertThat(both.stream().filter(each -> failedWithTryAgain(each))).hasSize(1);
        desk.hear("5511900000001", "caiu", "support");
        assertThat(desk.count("SELECT count(*) FROM conversation")).isEqualTo(1);
        assertThat(desk.count("SELECT count(*) FROM customer")).isEqualTo(1);
    }

    @Test
    void a_new_id_that_comes_with_a_known_one_is_linked_and_one_of_somebody_else_is_not() {
        desk.hear("5511900000001", "oi", "support");
        desk.hear("5511900000002", "oi", "support");
        var both = List.of(new Identity(Kind.BSUID, "BR.1"), new Identity(Kind.WA_ID, "5511900000001"));
        desk.commit(desk.turn(desk.message(both, "de novo"), "support"));
        var clash = List.of(new Identity(Kind.BSUID, "BR.1"), new Identity(Kind.WA_ID, "5511900000002"));
        desk.commit(desk.turn(desk.message(clash, "quem sou eu"), "support"));

        assertThat(desk.conversationOf("BR.1")).isEqualTo(desk.conversationOf("5511900000001"));
        assertThat(desk.conversationOf("5511900000002")).isNotEqualTo(desk.conversationOf("BR.1"));
    }

    @Test
    void nobody_gets_more_than_the_capacity_and_the_rest_waits_with_a_reason_in_order() {
        IntStream.range(0, 20).forEach(n -> desk.hear("55119000000" + (10 + n), "oi", "sales"));

        assertThat(desk.count("SELECT max(open) FROM agent_load")).isEqualTo(6);
        assertThat(desk.count("SELECT count(*) FROM conversation WHERE status = 'waiting'"))
                .isEqualTo(8);
        assertThat(desk.waitingReasons()).hasSize(8).containsOnly("all 2 on shift are full");

        var closed = desk.count("SELECT min(id) FROM conversation WHERE status = 'in_progress'");
        var oldest = desk.count("SELECT min(id) FROM conversation WHERE status = 'waiting'");
        desk.commands.close(closed, desk.epoch(closed), desk.admin());
        assertThat(desk.state(oldest)).startsWith("in_progress");
    }

    @Test
    void a_closed_queue_waits_and_says_until_when_and_hands_out_when_it_opens() {
        desk.clock.set(Instant.parse("2026-11-24T23:30:00-03:00"));
        desk.hear("5511900000001", "quero um plano", "sales");
        var conversation = desk.conversationOf("5511900000001");
        assertThat(desk.state(conversation)).startsWith("waiting sales -");
        assertThat(desk.waitingReasons()).containsExactly("queue sales is closed until 25/11 08:00");

        desk.clock.set(Instant.parse("2026-11-25T08:00:00-03:00"));
        desk.drainer.drainAll();
        assertThat(desk.state(conversation)).startsWith("in_progress sales");
    }

    @Test
    void a_turn_that_was_decided_on_a_view_that_has_gone_stale_is_decided_again() {
        desk.clock.set(Instant.parse("2026-11-24T23:30:00-03:00"));
        desk.hear("5511900000001", "quero um plano", "sales");
        var conversation = desk.conversationOf("5511900000001");
        var turn = desk.turn(desk.message("5511900000001", "alô"), "sales");
        desk.commands.move(conversation, 1, "on-call", desk.admin());

        assertThatThrownBy(() -> desk.commit(turn)).hasCauseInstanceOf(TryAgain.class);
        assertThat(desk.count("SELECT count(*) FROM message")).isEqualTo(1);
    }

    @Test
    void a_waiting_conversation_whose_next_message_is_decided_otherwise_moves_and_is_handed_out_there() {
        desk.clock.set(Instant.parse("2026-11-24T21:00:00-03:00"));
        desk.hear("5511900000001", "quero um plano", "sales");
        var conversation = desk.conversationOf("5511900000001");
        desk.hear("5511900000001", "caiu minha internet", "support");

        assertThat(desk.state(conversation)).matches("in_progress support (davi|eva|zeca) 3");
    }

    @Test
    void a_message_within_a_day_of_closing_reopens_and_a_later_one_begins_anew() {
        desk.hear("5511900000001", "oi", "support");
        var first = desk.conversationOf("5511900000001");
        desk.commands.close(first, 2, desk.admin());
        desk.pass(Duration.ofHours(23));
        desk.hear("5511900000001", "voltei", "support");
        assertThat(desk.conversationOf("5511900000001")).isEqualTo(first);

        desk.commands.close(first, desk.epoch(first), desk.admin());
        desk.pass(Duration.ofHours(25));
        desk.hear("5511900000001", "outra coisa", "support");
        assertThat(desk.conversationOf("5511900000001")).isNotEqualTo(first);
    }

    @Test
    void what_another_engine_has_taken_over_has_no_effect_here() {
        var turn = desk.turn(desk.message("5511900000001", "oi"), "support");
        desk.takenOver.add(turn.event().id());
        desk.commit(turn);

        assertThat(desk.count("SELECT count(*) FROM conversation")).isZero();
    }

    @Test
    void a_late_older_message_never_rewinds_anything() {
        desk.hear("5511900000001", "oi", "support");
        var late = desk.message("5511900000001", "antes");
        desk.pass(Duration.ofHours(-3));
        var older = desk.message("5511900000001", "bem antes");
        desk.pass(Duration.ofHours(3));
        desk.commit(desk.turn(late, "support"));
        desk.commit(desk.turn(older, "support"));

        assertThat(desk.count("SELECT count(*) FROM conversation WHERE last_customer_at = '2026-11-24T10:00-03:00'"))
                .isEqualTo(1);
        assertThat(desk.count("SELECT count(*) FROM message")).isEqualTo(3);
    }

    @Test
    void a_status_only_climbs_and_news_of_an_unknown_message_is_kept() {
        desk.hear("5511900000001", "oi", "support");
        var conversation = desk.conversationOf("5511900000001");
        desk.jdbc
                .sql("INSERT INTO message (conversation, wamid, direction, type, text, at, status)"
                        + " VALUES (?, 'out-1', 'out', 'text', 'olá', now(), 'queued')")
                .param(conversation)
                .update();
        for (var status : List.of(MessageStatus.READ, MessageStatus.SENT, MessageStatus.FAILED)) {
            desk.commit(new Heard.Progress(desk.event(), "out-1", status, desk.clock.instant(), null));
            desk.commit(new Heard.Progress(desk.event(), "unknown", status, desk.clock.instant(), null));
        }

        assertThat(desk.jdbc
                        .sql("SELECT status FROM message WHERE wamid = 'out-1'")
                        .query(String.class)
                        .single())
                .isEqualTo("read");
        assertThat(desk.jdbc
                        .sql("SELECT wamid || ' ' || status FROM message_progress")
                        .query(String.class)
                        .list())
                .containsExactly("unknown read");
    }

    @Test
    void what_can_not_be_handled_is_parked_with_its_reason() {
        desk.commit(new Heard.Unhandled(desk.event(), "number 1 is not in config/numbers.yaml"));
        assertThat(desk.parked).containsExactly("number 1 is not in config/numbers.yaml");
    }

    private static boolean failedWithTryAgain(CompletableFuture<Void> done) {
        var failure = done.handle((ok, e) -> e).join();
        return failure instanceof TryAgain;
    }
}
