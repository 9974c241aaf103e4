package dev.rota.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.assignment.Outcome;
import dev.rota.desk.Number.Mode;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the ledger keeps of a decision and a choice is enough to make both again. */
class RecordedTest {

    private static final String MARIA = "5511900000001";

    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void a_choice_made_again_from_its_record_has_the_same_answer() {
        desk.hear(MARIA, "oi", "support");
        var id = desk.conversationOf(MARIA);

        var recorded = desk.inbox.recorded(id, desk.admin()).orElseThrow();
        var explained = Objects.requireNonNull(
                desk.inbox.explain(id, desk.admin()).orElseThrow().assignment());

        assertThat(Objects.requireNonNull(recorded.question()).answer())
                .isEqualTo(new Outcome.Assigned(Objects.requireNonNull(recorded.agent()), explained.because()));
        assertThat(explained.agent()).isEqualTo(recorded.agent());
        assertThat(recorded.inquiry().text()).isEqualTo("oi");
        assertThat(recorded.decision().queue()).isEqualTo("support");
    }

    @Test
    void so_has_one_that_was_only_recorded_in_shadow_mode() {
        desk.mode(Mode.SHADOW);
        desk.hear(MARIA, "oi", "support");

        var recorded =
                desk.inbox.recorded(desk.conversationOf(MARIA), desk.admin()).orElseThrow();

        assertThat(Objects.requireNonNull(recorded.question()).answer())
                .isInstanceOfSatisfying(Outcome.Assigned.class, again -> assertThat(again.agent())
                        .isEqualTo(recorded.agent()));
    }

    @Test
    void what_a_person_chose_has_no_question_and_what_was_erased_no_record() {
        desk.hear(MARIA, "oi", "support");
        var id = desk.conversationOf(MARIA);
        desk.jdbc.sql("UPDATE assignment SET question = NULL").update();
        assertThat(desk.inbox.recorded(id, desk.admin()).orElseThrow().question())
                .isNull();

        desk.jdbc.sql("UPDATE decision SET inquiry = '{}', because = '[]'").update();
        assertThat(desk.inbox.recorded(id, desk.admin())).isEmpty();
    }
}
