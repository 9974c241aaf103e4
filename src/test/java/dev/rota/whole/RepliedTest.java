package dev.rota.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.whole.Replied.Written;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever goes wrong with an answer on its way from a page to a customer is found out. */
class RepliedTest {

    private final Replied replied = new Replied();

    @Test
    void answers_one_after_the_other_are_well() {
        replied.asked("um", 1, 10);
        replied.sent("um");
        replied.asked("dois", 1, 11);

        assertThat(replied.faults(List.of(new Written(11, 1, "um"), new Written(12, 1, "dois")), List.of("um", "dois")))
                .isEmpty();
    }

    @Test
    void what_was_refused_first_and_sent_then_is_well() {
        replied.asked("um", 1, 10);
        replied.refused("um");
        replied.asked("um", 1, 11);
        replied.sent("um");

        assertThat(replied.faults(List.of(new Written(12, 1, "um")), List.of("um")))
                .isEmpty();
    }

    @Test
    void what_is_read_twice_or_never_is_not() {
        replied.asked("um", 1, 10);
        replied.sent("um");

        assertThat(replied.faults(List.of(new Written(11, 1, "um")), List.of("um", "um")))
                .containsExactly("'um' was read 2 times; pages sent [Asked[text=um, conversation=1, seen=10]],"
                        + " in the ledger stand [Written[id=11, conversation=1, text=um]]");
        assertThat(replied.faults(List.of(), List.of()))
                .containsExactly("'um' was said to be sent, and nobody has read it");
        assertThat(replied.faults(List.of(new Written(11, 1, "outro")), List.of("um")))
                .containsExactly("'outro' stands in conversation 1, and nobody has read it");
    }

    @Test
    void what_was_refused_and_read_is_not() {
        replied.asked("um", 1, 10);
        replied.refused("um");

        assertThat(replied.faults(List.of(new Written(11, 1, "um")), List.of("um")))
                .containsExactly("'um' was said not to be sent, and was read");
    }

    @Test
    void an_answer_to_what_somebody_else_had_answered_meanwhile_is_not() {
        replied.asked("um", 1, 10);
        replied.asked("dois", 1, 10);

        assertThat(replied.faults(List.of(new Written(11, 1, "um"), new Written(12, 1, "dois")), List.of("um", "dois")))
                .containsExactly("'dois' went out after 'um', which its author had not seen");
    }
}
