package dev.rota.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.desk.Company;
import dev.rota.desk.Downstream;
import dev.rota.desk.Sent;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a downstream is told of one conversation, by the words of its {@code send}. */
class SendTest {

    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void without_a_choice_it_is_told_everything() {
        var conversation = life(EnumSet.allOf(Sent.class));

        assertThat(desk.tickets(conversation))
                .extracting(each -> each.replaceFirst("\\d+:", "").replaceFirst("message:\\d+", "message"))
                .containsExactly(
                        "ticket:2 in_progress",
                        "message in_progress",
                        "status:3 waiting",
                        "ticket:4 in_progress",
                        "status:5 closed");
    }

    @Test
    void of_what_it_has_not_chosen_it_hears_nothing() {
        var conversation = life(EnumSet.of(Sent.ASSIGNED, Sent.CLOSED));

        assertThat(desk.tickets(conversation))
                .extracting(each -> each.replaceFirst("\\d+:", ""))
                .containsExactly("ticket:2 in_progress", "ticket:4 in_progress", "status:5 closed");
    }

    /** Somebody has it, hears more, gives it back, another takes it and closes it. */
    private long life(Set<Sent> send) {
        desk.company = telling(desk.company, send);
        desk.hear("5511900000001", "caiu minha fibra", "support");
        var conversation = desk.conversationOf("5511900000001");
        desk.hear("5511900000001", "alguém aí?", "support");
        var owner = desk.state(conversation).split(" ", -1)[2];
        desk.commands.release(conversation, desk.epoch(conversation), desk.agent(owner));
        desk.commands.close(conversation, desk.epoch(conversation), desk.admin());
        return conversation;
    }

    private static Company telling(Company company, Set<Sent> send) {
        var desk = new Downstream(
                "helpdesk", "webhook-ticket-action", Map.of(), 8, null, Duration.ofDays(3), false, send, false, null);
        return new Company(
                company.apps(),
                company.numbers(),
                company.teams(),
                company.agents(),
                company.queues(),
                company.requestTypes(),
                company.fallback(),
                Map.of("helpdesk", desk),
                company.timetable());
    }
}
