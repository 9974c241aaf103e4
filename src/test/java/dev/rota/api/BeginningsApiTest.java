package dev.rota.api;

import static dev.rota.desk.ExampleCompany.BIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.rota.conversation.Beginning;
import dev.rota.conversation.Beginnings;
import dev.rota.desk.Viewer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** What programs write first, and what they write for people alone. */
class BeginningsApiTest {

    private final List<String> given = new ArrayList<>();
    private final Talk inbox = new Talk();
    private final MockMvc api = Mvc.of(BIA, new BeginningsApi(new Recorded(), inbox), new NotesApi(this::write, inbox));

    @Test
    void a_conversation_is_begun_and_answered_with_its_address() throws Exception {
        send(
                        "/api/conversations",
                        """
                {"number": "vendas", "customer": "+5511987654321", "queue": "sales",
                 "template": {"name": "oi", "language": "pt_BR", "parameters": ["Lia"]}}
                """)
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", "/api/conversations/7"))
                .andExpect(jsonPath("$.id").value("7"));

        assertThat(given).containsExactly("vendas +5511987654321 [oi] Lia sales null by bia");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                    | member 'number' is missing or not of the right type; expected a text",
                "{'number': 'vendas', 'customer': '1'} | member 'template' is missing or not of the right type; expected an object",
                "{'number': 'vendas', 'customer': '1', 'template': {'name': 'a', 'language': 'b', 'parameters': 1}} | member 'template.parameters' is missing or not of the right type; expected a list",
                "{'number': 'vendas', 'customer': '1', 'template': {'name': 'a', 'language': 'b'}, 'nummer': 1} | member 'nummer' is not known; expected agent, customer, number, queue, template"
            })
    void a_body_that_cannot_be_understood_begins_nothing(String body, String sentence) throws Exception {
        send("/api/conversations", body.replace('\'', '"'))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(sentence));

        assertThat(given).isEmpty();
    }

    @Test
    void a_note_is_written_and_the_conversation_shown_with_its_notes() throws Exception {
        send("/api/conversations/7/notes", "{\"text\": \"ligar amanhã\"}")
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.id").value("7"))
                .andExpect(jsonPath("$.notes").isArray());
        send("/api/conversations/x/notes", "{\"text\": \"ligar amanhã\"}").andExpect(status().isNotFound());

        assertThat(given).containsExactly("7: ligar amanhã by bia");
    }

    private ResultActions send(String path, String body) throws Exception {
        return api.perform(post(path).contentType(MediaType.APPLICATION_JSON).content(body));
    }

    private long write(long conversation, String text, Viewer by) {
        given.add(conversation + ": " + text + " by " + by.name());
        return 1;
    }

    private final class Recorded implements Beginnings {
        @Override
        public long begin(Beginning wanted, Viewer by) {
            given.add(wanted.number() + " " + wanted.customer() + " "
                    + wanted.template().text() + " " + wanted.queue() + " " + wanted.agent() + " by " + by.name());
            return 7;
        }
    }
}
