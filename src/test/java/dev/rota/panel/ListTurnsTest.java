package dev.rota.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Lists are made so many at once, and whoever comes meanwhile is made theirs after all. */
class ListTurnsTest {

    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void who_comes_while_all_turns_are_taken_waits_for_the_first_that_ends() throws Exception {
        var turns = new ListTurns(2, Duration.ofMinutes(1));
        var first = begin(turns);
        assertThat(hasTurn(first)).isTrue();
        assertThat(hasTurn(begin(turns))).isTrue();

        var third = new Thread(() -> begin(turns));
        third.start();
        await().until(() -> third.getState() == Thread.State.TIMED_WAITING);
        end(turns, first);

        third.join(Duration.ofSeconds(20).toMillis());
        assertThat(third.isAlive()).isFalse();
    }

    @Test
    void who_waits_in_vain_goes_on_and_gives_back_no_turn_that_was_not_theirs() {
        var turns = new ListTurns(1, Duration.ofMillis(1));
        var first = begin(turns);

        var impatient = begin(turns);
        assertThat(hasTurn(impatient)).isFalse();
        end(turns, impatient);
        assertThat(hasTurn(begin(turns))).isFalse();

        end(turns, first);
        assertThat(hasTurn(begin(turns))).isTrue();
    }

    private static boolean hasTurn(MockHttpServletRequest request) {
        return Boolean.TRUE.equals(request.getAttribute(ListTurns.HAS_TURN));
    }

    private MockHttpServletRequest begin(ListTurns turns) {
        var request = new MockHttpServletRequest();
        try {
            assertThat(turns.preHandle(request, response, this)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return request;
    }

    private void end(ListTurns turns, MockHttpServletRequest request) {
        turns.afterCompletion(request, response, this, null);
    }
}
