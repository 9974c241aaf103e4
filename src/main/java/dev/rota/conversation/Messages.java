package dev.rota.conversation;

import dev.rota.desk.Turn;
import dev.rota.inquiry.Content;
import dev.rota.inquiry.Said;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes down what was said. A message takes the place of its placeholder, which came under the same id when WhatsApp did
 * not pass the content on at first.
 */
final class Messages {

    private static final String SAY =
            """
            WITH said AS (
                SELECT * FROM unnest(:conversations, :events, :numbers, :wamids, :directions, :types, :texts, :contents,
                                     :ats, :timeds, :abouts, :forwardeds, :members, :authors)
                    AS n (conversation, event, number, wamid, direction, type, text, content, at, timed, about,
                          forwarded, member, author)
            ), replaced AS (
                DELETE FROM message p
                USING said, conversation c
                WHERE p.wamid = said.wamid AND p.type = 'unsupported' AND said.type <> 'unsupported'
                  AND p.direction = said.direction AND c.id = p.conversation AND c.number = said.number
            )
            INSERT INTO message (conversation, event, wamid, direction, type, text, content, at, timed, about, forwarded,
                                 member, author)
            SELECT conversation, event, wamid, direction, type, text, content::jsonb, at, timed, about, forwarded,
                   member, author
            FROM said
            ON CONFLICT (wamid) WHERE wamid IS NOT NULL AND direction = 'out' DO NOTHING
            RETURNING id, conversation
            """;

    private final JdbcClient jdbc;

    Messages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes messages down, and gives the conversation of each by the message's id. */
    Map<Long, Long> say(List<Turn> turns, Map<Long, Long> conversations) {
        var messages = new HashMap<Long, Long>();
        if (turns.isEmpty()) {
            return messages;
        }
        var rows = turns.stream().map(turn -> Row.of(turn, conversations)).toList();
        jdbc.sql(SAY)
                .param("conversations", Unnest.bigints(rows, Row::conversation))
                .param("events", Unnest.bigints(rows, row -> row.turn.event().id()))
                .param("numbers", Unnest.texts(rows, row -> row.turn.event().number()))
                .param("wamids", Unnest.texts(rows, row -> row.said().wamid()))
                .param("directions", Unnest.texts(rows, row -> row.turn.message().source().direction()))
                .param("types", Unnest.texts(rows, row -> row.said().content().type()))
                .param("texts", Unnest.texts(rows, row -> row.said().content().text()))
                .param("contents", Unnest.texts(rows, Row::content))
                .param("ats", Unnest.instants(rows, row -> MessageTimes.at(row.turn)))
                .param("timeds", Unnest.booleans(rows, row -> row.said().timed()))
                .param("abouts", Unnest.texts(rows, row -> row.said().about()))
                .param("forwardeds", Unnest.booleans(rows, row -> row.said().forwarded()))
                .param("members", Unnest.texts(rows, row -> row.turn.message().profile().member()))
                .param("authors", Unnest.texts(rows, row -> row.turn.message().source().author()))
                .query((row, n) -> messages.put(row.getLong("id"), row.getLong("conversation")))
                .list();
        return messages;
    }

    private record Row(long conversation, Turn turn) {

        static Row of(Turn turn, Map<Long, Long> conversations) {
            return new Row(Objects.requireNonNull(conversations.get(turn.event().id())), turn);
        }

        Said said() {
            return turn.message().said();
        }

        /** Nothing more than words needs nothing more than its text. */
        @Nullable
        String content() {
            return said().content() instanceof Content.Text ? null : Json.of(said().content());
        }
    }
}
