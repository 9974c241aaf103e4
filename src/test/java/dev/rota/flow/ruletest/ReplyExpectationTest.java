package dev.rota.flow.ruletest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.routing.Priority;
import dev.rota.routing.RuleTest.Came;
import dev.rota.routing.RuleTest.Difference;
import dev.rota.routing.RuleTest.Expected;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplyExpectationTest {

    private static final Expected WITH_A_DAY = new Expected(null, null, null, null, null, List.of(), "26/12");

    @Test
    void words_of_what_rota_says_by_itself_are_looked_for() {
        assertThat(WITH_A_DAY.differences(came("volta sábado, 26/12, às 08:00")))
                .isEmpty();
        assertThat(WITH_A_DAY.differences(came("volta domingo")))
                .containsExactly(new Difference("reply", "one with '26/12'", "'volta domingo'"));
        assertThat(WITH_A_DAY.differences(came("")))
                .containsExactly(new Difference("reply", "one with '26/12'", "none"));
    }

    private static Came came(String reply) {
        return new Came("billing", "none", "billing", Priority.NORMAL, "nobody", reply);
    }
}
