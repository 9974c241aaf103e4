package dev.rota.downstream.back;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rota.desk.Status;
import dev.rota.desk.TicketNews;
import dev.rota.desk.TicketNews.Note;
import dev.rota.desk.TicketNews.Owner;
import dev.rota.desk.TicketNews.Reply;
import dev.rota.desk.TicketNews.Standing;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Kamelets make of what helpdesks send, as news or as a sentence. */
class NewsReadingTest {

    private static final Instant NOW = Instant.parse("2026-11-24T13:00:00Z");
    private static final Callback CALLBACK =
            new Callback(7, "helpdesk", NOW, false, new byte[0], null, UUID.randomUUID(), 1);

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void each_kind_of_news_is_read_with_who_did_it_and_when() throws Exception {
        var news = read(
                """
                [{"key": "t1", "ticketId": 42, "what": "reply", "text": " Bom dia ", "by": 3901, "at": "2026-11-24T09:00:00-03:00"},
                 {"ticketId": "42", "reference": "rota-9", "what": "note", "text": "bravo"},
                 {"key": "t3", "ticketId": "42", "what": "owner", "owner": null},
                 {"key": "t4", "ticketId": "42", "what": "status", "status": "closed", "owner": null}]
                """);

        assertThat(news)
                .containsExactly(
                        new TicketNews(
                                "helpdesk",
                                "t1",
                                "42",
                                null,
                                new Reply("Bom dia"),
                                "3901",
                                Instant.parse("2026-11-24T12:00:00Z")),
                        new TicketNews("helpdesk", "#7.1", "42", "rota-9", new Note("bravo"), null, NOW),
                        new TicketNews("helpdesk", "t3", "42", null, new Owner(null), null, NOW),
                        new TicketNews("helpdesk", "t4", "42", null, new Standing(Status.CLOSED), null, NOW));
    }

    @Test
    void what_has_no_key_has_the_same_one_when_its_call_is_sent_again() {
        var said = "{\"ticketId\": \"42\", \"what\": \"owner\", \"owner\": null}";
        var first = new Callback(7, "helpdesk", NOW, false, new byte[0], "a digest", UUID.randomUUID(), 1);
        var again = new Callback(8, "helpdesk", NOW, false, new byte[0], "a digest", UUID.randomUUID(), 1);

        assertThat(new NewsReading().read(again, said)).isEqualTo(new NewsReading().read(first, said));
        assertThat(new NewsReading().read(CALLBACK, said)).isNotEqualTo(new NewsReading().read(first, said));
    }

    @Test
    void one_object_is_one_piece_and_several_answers_of_an_expression_are_several() throws Exception {
        var one = json.readTree("{\"what\": \"owner\", \"owner\": \"1\"}");

        assertThat(new NewsReading().read(CALLBACK, one)).hasSize(1);
        assertThat(new NewsReading().read(CALLBACK, List.of(one, one))).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "[null]", "", " "})
    void what_is_no_news_for_us_is_none(String nothing) throws Exception {
        assertThat(read(nothing)).isEmpty();
        assertThat(new NewsReading().read(CALLBACK, null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"what": "closed"}                                        | is none of reply, note, owner, status
                    {"what": "reply", "text": "  "}                           | no text
                    {"what": "reply"}                                         | no text
                    {"what": "status", "status": "solved"}                    | none of waiting, in_progress, closed
                    {"what": "owner", "owner": {"id": 1} }                    | 'owner' that is no name
                    {"what": "owner", "at": "yesterday"}                      | 'at' that is no time
                    {"what": "owner", "key": "a\\nb"}                         | 'key' that is no name
                    {"what": "owner", "ownr": "1"}                            | a member that is none of at, by, key
                    "reply"                                                   | is not an object
                    {"what"                                                   | not JSON
                    """)
    void what_is_not_as_agreed_is_refused_with_a_sentence_that_holds_nothing_of_it(String text, String sentence) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(NotNews.class).hasMessageContaining(sentence);
    }

    @Test
    void half_of_a_list_never_counts() {
        assertThatThrownBy(() -> read("[{\"what\": \"owner\"}, {\"what\": \"?\"}]"))
                .isInstanceOf(NotNews.class);
        assertThatThrownBy(() -> read("[" + "{\"what\": \"owner\"},".repeat(1000) + "{\"what\": \"owner\"}]"))
                .hasMessage("there are more than 1000 pieces of news in one");
    }

    private List<TicketNews> read(String text) {
        return new NewsReading().read(CALLBACK, text);
    }
}
