package dev.rota.api;

import static dev.rota.desk.ExampleCompany.BIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.rota.conversation.Refusal;
import dev.rota.conversation.Summary;
import dev.rota.media.MediaFolders;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.MediaType;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

class CommandsApiTest {

    private final Talk inbox = new Talk();
    private final RecordingCommands commands = new RecordingCommands();
    private final RecordingAttention attention = new RecordingAttention();
    private final MockMvc api = Mvc.of(BIA, new CommandsApi(commands, inbox, MediaFolders.uploads(), attention));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "claim   | {'epoch': 3}                                          | claim 7 at 3 by bia",
                "assign  | {'epoch': 3, 'agent': 'ana'}                          | assign 7 at 3 to ana by bia",
                "assign  | {'epoch': 3, 'agent': 'ana', 'reason': 'asked for'}   | assign 7 at 3 to ana: asked for by bia",
                "release | {'epoch': 3}                                          | release 7 at 3 by bia",
                "move    | {'epoch': 3, 'queue': 'support'}                      | move 7 at 3 to support by bia",
                "close   | {'epoch': 3}                                          | close 7 at 3 by bia",
                "reopen  | {'epoch': 3}                                          | reopen 7 at 3 by bia",
                "reply   | {'epoch': 3, 'text': 'olá'}                           | reply 7 at 3 after null: olá by bia",
                "reply   | {'epoch': 3, 'text': 'ol\\u0000'}            | reply 7 at 3 after null: ol\uFFFD by bia",
                "reply   | {'epoch': 3, 'text': 'olá', 'seen': '12'}             | reply 7 at 3 after 12: olá by bia",
                "reply   | {'epoch': 3, 'text': 'olá', 'anyway': 'both may'} | reply 7 at 3 after null: olá anyway: both may by bia",
                "reply   | {'epoch': 3, 'buttons': {'body': 'qual?', 'buttons': [{'id': 'a', 'title': 'sim'}]}} | reply 7 at 3 after null: qual?/[sim] by bia",
                "reply   | {'epoch': 3, 'list': {'body': 'qual?', 'button': 'ver', 'rows': [{'id': 'a', 'title': 'sim'}]}} | reply 7 at 3 after null: qual?/• sim by bia",
                "reply   | {'epoch': 3, 'media': {'id': '12', 'type': 'image', 'caption': 'foto'}} | reply 7 at 3 after null: foto by bia",
                "reply   | {'epoch': 3, 'template': {'name': 'oi', 'language': 'pt_BR', 'parameters': ['Ana']}} | reply 7 at 3 after null: [oi] Ana by bia",
                "reply   | {'epoch': 3, 'text': 'olá', 'seen': null, 'template': null} | reply 7 at 3 after null: olá by bia"
            })
    void a_command_is_given_and_the_answer_is_the_conversation_as_it_is_then(String command, String body, String given)
            throws Exception {
        send(command, body.replace('\'', '"'))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.id").value("7"))
                .andExpect(jsonPath("$.messages[0].id").value("12"));

        assertThat(commands.given).containsExactly(given);
    }

    @Test
    void a_conversation_that_left_the_callers_sight_is_not_shown() throws Exception {
        inbox.visible = false;

        send("move", "{\"epoch\": 3, \"queue\": \"support\"}")
                .andExpect(status().isNoContent())
                .andExpect(content().string(""));
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                arguments(
                        new Refusal.NotFound("there is no conversation 7"),
                        """
                        {"type": "about:blank", "title": "Not Found", "status": 404,
                         "detail": "there is no conversation 7", "instance": "/api/conversations/7/claim"}
                        """),
                arguments(
                        new Refusal.Forbidden("only a supervisor may do this"),
                        """
                        {"type": "about:blank", "title": "Forbidden", "status": 403,
                         "detail": "only a supervisor may do this", "instance": "/api/conversations/7/claim"}
                        """),
                arguments(
                        new Refusal.Stale("Ana Prado has it now", new Summary.Owner("ana", "Ana Prado"), 4, List.of()),
                        """
                        {"type": "about:blank", "title": "Conflict", "status": 409, "detail": "Ana Prado has it now",
                         "instance": "/api/conversations/7/claim",
                         "owner": {"id": "ana", "name": "Ana Prado"}, "epoch": 4}
                        """),
                arguments(
                        new Refusal.Stale("it is closed now", null, 5, List.of()),
                        """
                        {"type": "about:blank", "title": "Conflict", "status": 409, "detail": "it is closed now",
                         "instance": "/api/conversations/7/claim", "owner": null, "epoch": 5}
                        """),
                arguments(
                        new Refusal.Invalid("agent", "Bia Nunes has 5 of 5 conversations"),
                        """
                        {"type": "about:blank", "title": "Unprocessable Entity", "status": 422,
                         "detail": "Bia Nunes has 5 of 5 conversations", "instance": "/api/conversations/7/claim",
                         "field": "agent"}
                        """));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void a_refusal_says_why(Refusal refusal, String problem) throws Exception {
        commands.refusal = refusal;

        var status = Integer.parseInt(problem.replaceAll("(?s).*\"status\": (\\d+).*", "$1"));
        send("claim", "{\"epoch\": 3}")
                .andExpect(status().is(status))
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(content().json(problem, JsonCompareMode.STRICT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "claim  | {}                                | member 'epoch' is missing or not of the right type; expected a whole number",
                "claim  | {'epoch': null}                   | member 'epoch' is missing or not of the right type; expected a whole number",
                "claim  | {'epoch': '3'}                    | member 'epoch' is missing or not of the right type; expected a whole number",
                "claim  | {'epoch': 3.5}                    | member 'epoch' is missing or not of the right type; expected a whole number",
                "claim  | {'epoch': 3, 'epok': 4}           | member 'epok' is not known; expected epoch",
                "assign | {'epoch': 3, 'agent': 'ana', 'queue': 'sales'} | member 'queue' is not known; expected agent, epoch, reason",
                "assign | {'epoch': 3}                      | member 'agent' is missing or not of the right type; expected a text",
                "move   | {'epoch': 3, 'queue': ['sales']}  | member 'queue' is missing or not of the right type; expected a text",
                "reply  | {'epoch': 3, 'txt': 'Lia'}        | member 'txt' is not known; expected anyway, buttons, epoch, list, media, seen, template, text",
                "claim  | [3]                               | the body is not of the right form; expected one JSON object",
                "claim  | {'epoch': 3} {'epoch': 4}         | the body is not of the right form; expected one JSON object",
                "claim  | {'epoch': 3, 'epoch': 4}          | the body is not JSON, at line 1, column 21",
                "claim  | epoch=3                           | the body is not JSON, at line 1, column 1",
                "claim  | ''                                | the body is missing; expected a JSON object"
            })
    void a_body_that_cannot_be_understood_is_refused_and_nothing_is_done(String command, String body, String sentence)
            throws Exception {
        send(command, body == null || body.equals("''") ? "" : body.replace('\'', '"'))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.detail").value(sentence))
                .andExpect(jsonPath("$.status").value(400));

        assertThat(commands.given).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'epoch': 3}                                   | text     | the text is missing; expected what the customer shall read",
                "{'epoch': 3, 'text': ' '}                      | text     | the text is missing; expected what the customer shall read",
                "{'epoch': 3, 'text': 'a', 'media': {'id': '1', 'type': 'image'}} | text | a reply is one of text, template, buttons, list and media; this is several",
                "{'epoch': 3, 'media': {}} | media | expected file, an upload's id, or id and type of a file that Meta has",
                "{'epoch': 3, 'media': {'file': '4'}} | media.file | there is no such upload to this conversation, or it was sent already",
                "{'epoch': 3, 'media': {'file': '../3'}} | media.file | there is no such upload to this conversation, or it was sent already",
                "{'epoch': 3, 'media': {'file': '3', 'type': 'image'}} | media | an upload has a type and no id of Meta's yet; expected file without id and type",
                "{'epoch': 3, 'media': {'id': '1', 'type': 'gif'}} | media.type | expected image, video, audio or document",
                "{'epoch': 3, 'text': 'olá', 'seen': 'last'}    | seen     | there is no message 'last'; expected the id of the last message seen"
            })
    void a_reply_that_cannot_be_sent_names_the_field(String body, String field, String sentence) throws Exception {
        send("reply", body.replace('\'', '"'))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value(field))
                .andExpect(jsonPath("$.detail").value(sentence));

        assertThat(commands.given).isEmpty();
    }

    @Test
    void whoever_answers_has_read_and_typing_may_be_said_by_itself() throws Exception {
        send("reply", "{\"epoch\": 3, \"text\": \"olá\"}").andExpect(status().isOk());
        api.perform(post("/api/conversations/7/typing")).andExpect(status().isNoContent());
        api.perform(post("/api/conversations/7/read")).andExpect(status().isNoContent());

        assertThat(attention.signs).containsExactly("bia reads 7", "bia types to 7", "bia reads 7");
        commands.refusal = new Refusal.Forbidden("no");
        send("reply", "{\"epoch\": 3, \"text\": \"olá\"}").andExpect(status().isForbidden());
        assertThat(attention.signs).as("what is refused is no answer").hasSize(3);
    }

    @Test
    void a_conversation_that_cannot_be_is_not_found() throws Exception {
        api.perform(post("/api/conversations/abc/claim")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"epoch\": 3}"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.detail").value("there is no conversation abc"));
    }

    @Test
    void another_format_is_a_problem_too() throws Exception {
        api.perform(post("/api/conversations/7/claim")
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .content("epoch=3"))
                .andExpect(status().isUnsupportedMediaType())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
    }

    private ResultActions send(String command, String body) throws Exception {
        return api.perform(post("/api/conversations/7/" + command)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }
}
