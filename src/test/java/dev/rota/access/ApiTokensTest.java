package dev.rota.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rota.desk.Role;
import dev.rota.desk.Viewer;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiTokensTest {

    private final People people = new People(() -> TestCompany.of("ana"));

    @Test
    void a_token_named_like_an_agent_acts_as_that_agent() {
        var tokens = new ApiTokens("crm:auditor:s1, ana:agent:s2:with:colons", people);

        assertThat(tokens.caller("s2:with:colons").orElseThrow().getPrincipal())
                .isEqualTo(new Viewer("ana", "Ana Prado", Role.AGENT, Set.of("support")));
        assertThat(tokens.caller("s1").orElseThrow().getPrincipal())
                .isEqualTo(new Viewer("crm", "crm", Role.AUDITOR, Set.of()));
    }

    @Test
    void an_agents_token_of_nobody_sees_no_team() {
        var tokens = new ApiTokens("robot:agent:s1,boss:supervisor:s2", people);

        assertThat(tokens.caller("s1").orElseThrow().getPrincipal().teams()).isEmpty();
        assertThat(tokens.caller("s2").orElseThrow().getPrincipal().teams()).isEmpty();
    }

    @Test
    void an_unknown_secret_is_nobodys() {
        assertThat(new ApiTokens("ana:agent:s1", people).caller("s2")).isEmpty();
        assertThat(new ApiTokens("", people).caller("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ana:agent                | entry 1 is not of the form name:role:secret",
                "ana:agent:               | entry 1 is not of the form name:role:secret",
                ":agent:hush              | entry 1 is not of the form name:role:secret",
                "ana:agent:s1,            | entry 2 is not of the form name:role:secret",
                "ana:agent:s1,bia:boss:s2 | entry 2 has an unknown role; expected one of agent, supervisor, operations,",
                "ana:AGENT:hush           | entry 1 has an unknown role",
                "a:agent:s1,b:admin:s1    | entries 1 and 2 have the same secret"
            })
    void a_bad_entry_refuses_the_start_with_a_sentence_that_tells_no_secret(String entries, String sentence) {
        assertThatThrownBy(() -> new ApiTokens(entries, people))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("ROTA_API_TOKENS: ")
                .hasMessageContaining(sentence)
                .hasMessageNotContaining("hush");
    }
}
