package dev.rota.api;

import static dev.rota.desk.ExampleCompany.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.rota.conversation.Beginning;
import dev.rota.desk.ExampleCompany;
import dev.rota.desk.TemplateList;
import dev.rota.desk.Templates;
import dev.rota.media.MediaFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

/** The requests that {@code docs/how-to/send-templates.md} shows are understood as they stand. */
class SendTemplatesHowToTest {

    private static final Path PAGE = Path.of("docs/how-to/send-templates.md");
    private static final Pattern CURL = Pattern.compile(
            "curl (-X POST )?\"\\$ROTA_URL([^\"]+)\"(?:(?!```|curl).)*?(?:-d\\s+(?:\\\\\\s*)?'([^']+)')?\\n(?=curl|```)",
            Pattern.DOTALL);

    private final RecordingCommands commands = new RecordingCommands();
    private final List<Beginning> begun = new ArrayList<>();
    private final Talk inbox = new Talk();
    private final MockMvc api = Mvc.of(
            ADMIN,
            new TemplatesApi(ExampleCompany::get, new NoTemplates()),
            new CommandsApi(commands, inbox, MediaFolders.uploads(), new RecordingAttention()),
            new BeginningsApi(
                    (wanted, by) -> {
                        begun.add(wanted);
                        return 7;
                    },
                    inbox));

    @Test
    void each_request_is_understood() throws Exception {
        var requests = requests();
        assertThat(requests).hasSize(3);
        for (var request : requests) {
            var asked = request.group(1) == null
                    ? get(request.group(2))
                    : post(request.group(2))
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(request.group(3));
            api.perform(asked).andExpect(status().is2xxSuccessful());
        }

        assertThat(commands.given).containsExactly("reply 7 at 3 after 12: [visita_agendada] Lia · 26/11, 9h by admin");
        assertThat(begun).singleElement().satisfies(one -> {
            assertThat(one.number()).isEqualTo("suporte");
            assertThat(one.customer()).isEqualTo("+5511987654321");
            assertThat(one.template().name()).isEqualTo("visita_agendada");
        });
    }

    private static List<MatchResult> requests() throws IOException {
        return CURL.matcher(Files.readString(PAGE)).results().toList();
    }

    private static final class NoTemplates implements Templates {
        @Override
        public TemplateList of(String number) {
            return TemplateList.UNKNOWN;
        }

        @Override
        public void outdated() {
            throw new UnsupportedOperationException();
        }
    }
}
