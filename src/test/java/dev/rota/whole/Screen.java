package dev.rota.whole;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import dev.rota.desk.Company;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;

/**
 * What a desk shows: the rows of its list in their order, and the open conversation.
 *
 * @param tab the tab that is open
 * @param q what is typed above it
 * @param open the conversation beside it; empty when there is none
 */
record Screen(String tab, String q, List<Row> rows, Open open) {

    /** One row, by the words of the page. */
    record Row(String id, String status, String owner, String queue) {}

    /** The conversation beside the list, with the texts of its messages. */
    record Open(String id, String status, String owner, List<String> texts) {

        static final Open NOTHING = new Open("", "", "", List.of());

        @Override
        public String toString() {
            return "Open[" + id + ", " + status + ", " + owner + ", " + texts.size() + " messages]";
        }
    }

    private static final String READ =
            """
            () => {
              const words = (from, selector) => { const e = from.querySelector(selector); return e ? e.textContent.trim() : ''; };
              const status = (from) => from.querySelector('.status').className.replace('status', '').trim();
              const open = document.querySelector('#conversation');
              return JSON.stringify({
                tab: document.querySelector('#tab').value,
                q: document.querySelector('#q').value,
                rows: Array.from(document.querySelectorAll('.row:not(.gone)'), (row) => ({
                  id: row.dataset.id, status: status(row), owner: words(row, '.owner'),
                  queue: words(row, '.queue').split(' · ')[0]})),
                open: open.dataset.id ? {id: open.dataset.id, status: status(open), owner: words(open, '#head .owner'),
                  texts: Array.from(open.querySelectorAll('#thread .message:not(.note) .text'), (text) => text.textContent)}
                  : {id: '', status: '', owner: '', texts: []}
              });
            }
            """;

    private static final ObjectMapper JSON = new ObjectMapper();

    static Screen of(Page page) {
        try {
            return JSON.readValue((String) page.evaluate(READ), Screen.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same as the API answers it to whoever is logged in there. */
    Screen asked(Server server, String viewer, Company company) {
        var status =
                switch (tab) {
                    case "waiting" -> "waiting";
                    case "closed" -> "closed";
                    default -> "in_progress&agent=" + (tab.equals("mine") ? viewer : "");
                };
        var list = server.get(
                "/api/conversations?status=" + status + "&q=" + URLEncoder.encode(q, StandardCharsets.UTF_8));
        var rows = StreamSupport.stream(list.path("items").spliterator(), false)
                .map(one -> new Row(
                        one.path("id").asText(),
                        one.path("status").asText(),
                        one.at("/owner/name").asText(),
                        Objects.requireNonNull(
                                        company.queues().get(one.path("queue").asText()))
                                .title()))
                .toList();
        return new Screen(
                tab, q, rows, open.id.isEmpty() ? Open.NOTHING : whole(server.get("/api/conversations/" + open.id)));
    }

    private static Open whole(JsonNode one) {
        if (!one.has("id")) {
            return Open.NOTHING;
        }
        var texts = StreamSupport.stream(one.path("messages").spliterator(), false)
                .map(message -> message.path("text").asText())
                .toList();
        return new Open(
                one.path("id").asText(),
                one.path("status").asText(),
                one.at("/owner/name").asText(),
                texts);
    }

    /** In what a screen differs from what it should show; each fault is a sentence. */
    List<String> faults(Screen should) {
        var faults = new ArrayList<String>();
        if (!ordered().equals(should.ordered())) {
            faults.add("the tab " + tab + " '" + q + "' shows " + ordered() + "; expected " + should.ordered());
        }
        if (!open.equals(should.open)) {
            faults.add("beside it stands " + open + "; expected " + should.open);
        }
        return faults;
    }

    /** Of mine, whose customers wait come first, which the API knows nothing of. */
    private List<Row> ordered() {
        return tab.equals("mine")
                ? rows.stream().sorted(Comparator.comparing(Row::id)).toList()
                : rows;
    }

    /** Where one person's answers come from. */
    interface Server {

        JsonNode get(String path);
    }
}
