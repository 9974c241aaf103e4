package dev.rota.api;

import static dev.rota.desk.ExampleCompany.BIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.rota.conversation.Archive;
import dev.rota.conversation.Page;
import dev.rota.conversation.Past;
import dev.rota.conversation.PastPage;
import dev.rota.conversation.Summary;
import dev.rota.conversation.Whole;
import dev.rota.desk.Viewer;
import dev.rota.search.Excerpt;
import dev.rota.search.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.MockMvc;

class ArchiveApiTest {

    private static final String MESSAGE =
            """
            "id": "12", "wamid": "wamid.x", "direction": "in", "type": "text", "text": "o boleto",
            "at": "2026-11-24T12:00:00Z", "status": null, "author": null, "error": null, "content": null,
            "timed": true, "forwarded": false, "member": null, "about": null, "quoted": null, "reactions": [],
            "edited": null, "deleted": null, "conversation": {"id": "7", "protocol": "20261124-004217",
             "number": "vendas", "customer": {"id": "9", "name": "Lia Brito", "phone": "5511987654321", "username": null},
             "status": "closed", "queue": "sales", "requestType": "sales", "owner": null,
             "openedAt": "2026-11-24T12:00:00Z", "closedAt": "2026-11-24T12:00:00Z"}
            """;

    private final OneMessage archive = new OneMessage();
    private final MockMvc api = Mvc.of(BIA, new ArchiveApi(archive));

    @Test
    void a_search_gives_messages_with_their_conversation_and_why_they_were_found() throws Exception {
        api.perform(get("/api/search?q=boletos&cursor=c&limit=10"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .json(
                                "{\"items\": [{" + MESSAGE
                                        + ", \"excerpt\": [{\"text\": \"o \", \"found\": false},"
                                        + " {\"text\": \"boleto\", \"found\": true}]}], \"next\": \"bmV4dA\"}",
                                JsonCompareMode.STRICT));

        assertThat(archive.asked).containsExactly("boletos c 10 bia");
    }

    @Test
    void a_history_goes_on_both_ways() throws Exception {
        api.perform(get("/api/customers/9/history"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .json(
                                "{\"items\": [{" + MESSAGE + "}], \"next\": \"b2xkZXI\", \"newer\": \"bmV3ZXI\"}",
                                JsonCompareMode.STRICT));

        assertThat(archive.asked).containsExactly("9 null 50 bia");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8", "abc", "-9", "99999999999999999999"})
    void a_customer_of_whom_nothing_may_be_seen_is_not_there(String id) throws Exception {
        api.perform(get("/api/customers/" + id + "/history"))
                .andExpect(status().isNotFound())
                .andExpect(content().json("{\"detail\": \"there is no customer " + id + "\"}"));
    }

    @ParameterizedTest
    @CsvSource({
        "de o a, 'parameter ''q'': de o a: almost every message has such words; expected one that tells more'",
        "nome:lia, 'parameter ''q'': there is no filter ''nome''; expected name, phone, protocol, number, queue or owner'"
    })
    void what_cannot_be_looked_for_is_refused_with_a_sentence(String typed, String sentence) throws Exception {
        api.perform(get("/api/search").param("q", typed))
                .andExpect(status().isBadRequest())
                .andExpect(content().json("{\"detail\": \"%s\"}".formatted(sentence)));
    }

    @Test
    void a_search_for_nothing_is_refused() throws Exception {
        api.perform(get("/api/search")).andExpect(status().isBadRequest());
        api.perform(get("/api/search?q=oi&limit=201")).andExpect(status().isBadRequest());
    }

    /** An archive of one customer, who said one thing. */
    private static final class OneMessage implements Archive {

        private final List<String> asked = new ArrayList<>();

        @Override
        public Page<Past> search(String typed, @Nullable String cursor, int limit, Viewer viewer) {
            var terms = Query.of(typed).terms();
            asked.add(typed + " " + cursor + " " + limit + " " + viewer.name());
            return new Page<>(List.of(past().with(Excerpt.of("o boleto", terms))), "bmV4dA");
        }

        @Override
        public Optional<PastPage> history(long customer, @Nullable String cursor, int limit, Viewer viewer) {
            asked.add(customer + " " + cursor + " " + limit + " " + viewer.name());
            return customer == 9 ? Optional.of(new PastPage(List.of(past()), "b2xkZXI", "bmV3ZXI")) : Optional.empty();
        }

        private static Past past() {
            return new Past(
                    new Whole.Message(12, "wamid.x", "in", "text", "o boleto", Talk.NOON, null, null, null),
                    new Past.Conversation(
                            7,
                            "20261124-004217",
                            "vendas",
                            new Summary.Customer(9, "Lia Brito", "5511987654321"),
                            "closed",
                            "sales",
                            "sales",
                            null,
                            Talk.NOON,
                            Talk.NOON),
                    null);
        }
    }
}
