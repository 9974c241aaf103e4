package dev.rota.conversation;

import static dev.rota.conversation.Companies.atShiftEnd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rota.desk.ShiftEnd;
import dev.rota.desk.Source;
import dev.rota.desk.TryAgain;
import dev.rota.inquiry.Content;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing goes back to somebody who has gone home; the morning shift of Ana, Ivo and Zeca ends at 14:00. */
class TenureTest {

    private static final String MARIA = "5511900000001";
    private static final Instant TWO_O_CLOCK = Instant.parse("2026-11-24T14:00:00-03:00");

    private final Desk desk = new Desk();
    private long conversation;

    @BeforeEach
    void somebody_is_responsible() {
        desk.hear(MARIA, "oi", "support");
        conversation = desk.conversationOf(MARIA);
        desk.commands.assign(conversation, 2, owner().equals("ana") ? "ivo" : "ana", null, desk.admin());
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void a_message_goes_to_whoever_is_responsible_while_they_are_at_work() {
        desk.hear(MARIA, "e aí?", "on-call");

        assertThat(desk.state(conversation)).matches("in_progress support (ana|ivo) 3");
    }

    @Test
    void after_their_shift_the_message_is_decided_and_goes_to_somebody_who_is_there() {
        use(new ShiftEnd.Return());
        desk.clock.set(TWO_O_CLOCK);

        desk.hear(MARIA, "e aí?", "support");

        assertThat(desk.state(conversation)).matches("in_progress support (davi|eva|zeca) 5");
        assertThat(desk.jdbc
                        .sql("SELECT what || ': ' || why FROM change WHERE epoch = 4")
                        .query(String.class)
                        .single())
                .matches("returned: (Ana Prado|Ivo Matos) is not at work: .+");
        assertThat(desk.count("SELECT count(*) FROM decision")).isEqualTo(2);
        assertThat(desk.count("SELECT sum(open) FROM agent_load")).isEqualTo(1);
    }

    @Test
    void where_nobody_is_it_waits_with_the_message_in_it() {
        desk.clock.set(Instant.parse("2026-11-24T23:30:00-03:00"));

        desk.hear(MARIA, "e aí?", "sales");

        assertThat(desk.state(conversation)).isEqualTo("waiting sales - 4");
        assertThat(desk.whole(conversation).messages()).hasSize(2);
    }

    @Test
    void a_queue_may_let_them_keep_it_for_some_time_and_no_longer() {
        use(new ShiftEnd.KeepFor(Duration.ofMinutes(15)));
        desk.clock.set(TWO_O_CLOCK.plus(Duration.ofMinutes(14)));
        desk.hear(MARIA, "e aí?", "support");
        assertThat(desk.state(conversation)).matches("in_progress support (ana|ivo) 3");

        desk.pass(Duration.ofMinutes(1));
        desk.hear(MARIA, "alguém?", "support");
        assertThat(desk.state(conversation)).matches("in_progress support (davi|eva|zeca) 5");
    }

    @Test
    void a_message_that_was_on_its_way_when_they_left_is_read_again() {
        use(new ShiftEnd.Keep());
        var turn = desk.turn(desk.message(MARIA, "e aí?"), "support");
        desk.clock.set(TWO_O_CLOCK);

        assertThatThrownBy(() -> desk.commit(turn)).hasCauseInstanceOf(TryAgain.class);
        assertThat(desk.whole(conversation).messages()).hasSize(1);
    }

    @Test
    void what_asks_for_no_answer_takes_it_from_nobody() {
        use(new ShiftEnd.Return());
        desk.clock.set(TWO_O_CLOCK);
        var wamid = desk.whole(conversation).messages().get(0).wamid();

        desk.hear(Source.CUSTOMER, MARIA, "wamid.r", new Content.Reaction("👍"), wamid);

        assertThat(desk.state(conversation)).matches("in_progress support (ana|ivo) 3");
    }

    private void use(ShiftEnd end) {
        desk.company = atShiftEnd(desk.company, "support", end);
    }

    private String owner() {
        return desk.jdbc
                .sql("SELECT owner FROM conversation")
                .query(String.class)
                .single();
    }
}
