package dev.rota.conversation;

import static dev.rota.conversation.Companies.handingOut;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.desk.Handout;
import dev.rota.desk.Silence;
import dev.rota.desk.SkillStep;
import dev.rota.desk.Strategy;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a conversation weighs whose customer says nothing; Bia and Caio sell, with room for six each. */
class SilenceTest {

    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void silent_conversations_make_room_for_others() {
        use(0);
        everybodyIsFull();
        assertThat(desk.waitingReasons()).containsExactly("all 2 on shift are full");

        desk.pass(Duration.ofHours(2));
        desk.drainer.drainAll();

        assertThat(desk.waitingReasons()).isEmpty();
        assertThat(desk.count("SELECT sum(open) FROM agent_load")).isEqualTo(13);
        assertThat(desk.count("SELECT sum(weight) FROM agent_load")).isEqualTo(100);
    }

    @Test
    void half_a_weight_makes_half_the_room() {
        use(50);
        everybodyIsFull();
        IntStream.range(0, 9).forEach(n -> desk.hear("551190000020" + n, "oi", "sales"));
        desk.pass(Duration.ofHours(2));

        desk.drainer.drainAll();

        assertThat(desk.count("SELECT sum(open) FROM agent_load")).isEqualTo(12 + 6);
        assertThat(desk.count("SELECT max(weight) FROM agent_load")).isEqualTo(600);
        assertThat(desk.waitingReasons()).hasSize(4).containsOnly("all 2 on shift are full");
    }

    @Test
    void one_that_wakes_up_counts_again_at_once() {
        use(0);
        desk.hear("5511900000001", "oi", "sales");
        desk.pass(Duration.ofHours(2));
        desk.drainer.drainAll();
        assertThat(desk.count("SELECT sum(weight) FROM agent_load")).isZero();

        desk.hear("5511900000001", "voltei", "sales");

        assertThat(desk.count("SELECT sum(weight) FROM agent_load")).isEqualTo(100);
        assertThat(desk.state(desk.conversationOf("5511900000001"))).endsWith(" 2");
    }

    @Test
    void when_all_wake_up_together_nobody_has_more_than_they_can() {
        use(0);
        everybodyIsFull();
        desk.pass(Duration.ofHours(2));
        IntStream.range(0, 11).forEach(n -> desk.hear("551190000%04d".formatted(200 + n), "oi", "sales"));
        desk.drainer.drainAll();
        assertThat(desk.count("SELECT count(*) FROM conversation WHERE status = 'waiting'"))
                .isZero();

        IntStream.range(0, 12).forEach(n -> desk.hear("551190000%04d".formatted(100 + n), "voltei", "sales"));

        assertThat(desk.count("SELECT max(weight) FROM agent_load")).isEqualTo(600);
        assertThat(desk.count("SELECT sum(weight) FROM agent_load")).isEqualTo(1200);
        assertThat(desk.waitingReasons()).hasSize(12).containsOnly("all 2 on shift are full");
        assertThat(desk.jdbc
                        .sql("SELECT DISTINCT why FROM change WHERE what = 'returned'")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .allMatch(why -> why.matches(".+ has \\d+ conversations, which weigh 6 of 6, and this one had been"
                        + " silent|.+ has 6 of 6 conversations.+"));
    }

    /** Twelve conversations in progress, and one that waits. */
    private void everybodyIsFull() {
        IntStream.range(0, 13).forEach(n -> desk.hear("551190000%04d".formatted(100 + n), "oi", "sales"));
    }

    private void use(int weight) {
        var silence = new Silence(Duration.ofHours(2), weight);
        desk.company = handingOut(
                desk.company,
                "sales",
                new Handout(
                        Strategy.LEAST_LOADED,
                        List.of(SkillStep.ANYBODY),
                        null,
                        Duration.ofMinutes(10),
                        null,
                        silence));
    }
}
