package dev.rota.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.desk.Overflow;
import dev.rota.desk.Patience;
import dev.rota.routing.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PatiencesTest {

    private static final String MARIA = "5511900000001";
    private static final Instant NIGHT = Instant.parse("2026-11-24T23:30:00-03:00");
    private static final Instant MORNING = Instant.parse("2026-11-25T09:00:00-03:00");
    private static final Patience PATIENCE = new Patience(
            new Patience.Lease(Duration.ofMinutes(10), 2),
            List.of(
                    new Patience.Step(Duration.ofMinutes(5), Priority.HIGH, false),
                    new Patience.Step(Duration.ofMinutes(8), null, true)));

    private final Desk desk = new Desk();

    @BeforeEach
    void the_queue_for_sales_has_a_lease() {
        desk.company = Companies.patient(desk.company, "sales", PATIENCE, null);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void who_does_not_answer_loses_it_to_somebody_else_and_the_second_to_a_supervisor() {
        desk.clock.set(MORNING);
        desk.hear(MARIA, "quero um plano", "sales");
        var conversation = desk.conversationOf(MARIA);
        var first = owner();

        pass(9);
        assertThat(owner()).isEqualTo(first);
        pass(1);
        assertThat(owner()).isNotEqualTo(first);
        assertThat(desk.state(conversation)).startsWith("in_progress sales");

        pass(10);
        assertThat(desk.state(conversation)).startsWith("waiting sales");
        pass(10);
        assertThat(desk.state(conversation)).startsWith("waiting sales");
        assertThat(whys()).filteredOn(why -> why.contains("working time")).hasSize(2);
        desk.commands.assign(conversation, desk.epoch(conversation), first, null, desk.admin());
        assertThat(owner()).isEqualTo(first);
        assertThat(desk.count("SELECT sum(open) FROM agent_load")).isEqualTo(1);
    }

    @Test
    void an_answer_keeps_it_and_the_customers_next_message_begins_anew() {
        desk.clock.set(MORNING);
        desk.hear(MARIA, "quero um plano", "sales");
        var conversation = desk.conversationOf(MARIA);
        var owner = owner();
        desk.commands.reply(
                conversation,
                Answering.text(desk.epoch(conversation), (long) desk.count("SELECT max(id) FROM message"), "olá"),
                desk.agent(owner));
        pass(60);
        assertThat(owner()).isEqualTo(owner);

        desk.hear(MARIA, "e aí?", "sales");
        pass(10);
        assertThat(owner()).isNotEqualTo(owner);
    }

    @Test
    void what_waits_is_raised_while_the_queue_is_open_then_a_supervisors() {
        desk.clock.set(NIGHT);
        desk.hear(MARIA, "quero um plano", "sales");
        var conversation = desk.conversationOf(MARIA);
        pass(60);
        assertThat(desk.count("SELECT priority FROM conversation")).isEqualTo(Priority.NORMAL.rank());

        desk.company = Companies.patient(desk.company, "sales", PATIENCE, null, List.of("nobody"));
        desk.clock.set(MORNING);
        pass(0);
        assertThat(desk.count("SELECT priority FROM conversation")).isEqualTo(Priority.HIGH.rank());
        pass(0);
        assertThat(desk.count("SELECT count(*) FROM conversation WHERE supervised"))
                .isEqualTo(1);
        assertThat(whys()).filteredOn(why -> why.contains("supervisor")).hasSize(1);
        assertThat(desk.state(conversation)).startsWith("waiting sales");
    }

    @Test
    void what_overflows_waits_in_the_other_queue_for_its_people() {
        desk.company = Companies.patient(
                desk.company, "support", Patience.ENDLESS, new Overflow(Duration.ofMinutes(20), "on-call"));
        desk.clock.set(MORNING);
        desk.company = Companies.patient(
                desk.company,
                "support",
                Patience.ENDLESS,
                new Overflow(Duration.ofMinutes(20), "on-call"),
                List.of("nobody"));
        desk.hear(MARIA, "caiu", "support");
        pass(19);
        assertThat(desk.state(desk.conversationOf(MARIA))).startsWith("waiting support");
        pass(1);
        assertThat(desk.state(desk.conversationOf(MARIA))).startsWith("in_progress on-call");
    }

    private void pass(int minutes) {
        desk.pass(Duration.ofMinutes(minutes));
        desk.patiences.look();
    }

    private String owner() {
        return desk.jdbc
                .sql("SELECT coalesce(owner, '-') FROM conversation")
                .query(String.class)
                .single();
    }

    private List<String> whys() {
        return desk.jdbc
                .sql("SELECT why FROM change ORDER BY epoch")
                .query(String.class)
                .list();
    }
}
