package dev.rota.api;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.rota.config.Placeholders;
import dev.rota.config.RuleFolders;
import dev.rota.desk.Role;
import dev.rota.desk.Viewer;
import dev.rota.flow.Explainer;
import dev.rota.flow.rules.RuleCompiler;
import dev.rota.flow.rules.RuleSet;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

class ExplainApiTest {

    private static final Viewer BIA = new Viewer("bia", "Bia Nunes", Role.AGENT, Set.of("sales"));
    private static final Clock NIGHT = Clock.fixed(Instant.parse("2026-11-25T02:30:00Z"), ZoneOffset.UTC);

    private RuleSet set;
    private MockMvc api;

    @BeforeEach
    void compile() throws Exception {
        var config = Path.of("config");
        set = new RuleCompiler(Placeholders.of(config, name -> null))
                .compileToDecide(RuleFolders.read(config, Path.of("routes")));
        api = Mvc.of(BIA, new ExplainApi(new Explainer(set::rules), new Talk(), set::rules, NIGHT));
    }

    @AfterEach
    void close() {
        set.close();
    }

    @Test
    void an_imagined_message_comes_now_unless_it_says_when() throws Exception {
        explain("{\"number\": \"suporte\", \"text\": \"caiu minha fibra\"}")
                .andExpect(jsonPath("$.decision.queue").value("on-call"))
                .andExpect(jsonPath("$.assignment.agent").value("rui"))
                .andExpect(jsonPath("$.assignment.because[?(@.agent == 'zeca')].in")
                        .value(false));
        explain("{\"number\": \"suporte\", \"text\": \"caiu minha fibra\", \"at\": \"2026-11-25T15:00:00Z\"}")
                .andExpect(jsonPath("$.decision.queue").value("support"));
    }

    @Test
    void a_number_that_is_not_there_is_refused_with_its_field() throws Exception {
        api.perform(post("/api/explain")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"number\": \"nowhere\", \"text\": \"oi\"}"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("number"))
                .andExpect(jsonPath("$.detail").value("there is no number 'nowhere'; known are suporte, vendas"));
    }

    @Test
    void what_has_no_decision_makes_no_test() throws Exception {
        api.perform(get("/api/conversations/7/explain/test"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.detail")
                        .value("there is no conversation 7, or no decision of it that could be made again"));
    }

    private ResultActions explain(String body) throws Exception {
        return api.perform(post("/api/explain")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andExpect(status().isOk());
    }
}
