package dev.rota.conversation;

import static dev.rota.conversation.Columns.instant;
import static dev.rota.conversation.Columns.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what was said in a conversation, with what was done to it since. */
final class MessageQuery {

    /** News of a message may be known before the message is, so both are looked at. */
    static final String COLUMNS =
            """
            m.*, CASE WHEN p.rank > m.rank THEN p.status ELSE m.status END AS reached,
                   CASE WHEN p.rank > m.rank THEN p.error ELSE m.error END AS reason,
            """
                    + SentFilesQuery.COLUMNS;

    static final String FROM =
            """
             FROM message m LEFT JOIN message_progress p ON p.wamid = m.wamid AND m.direction = 'out'
            LEFT JOIN media f ON f.message = m.id
            """;

    private static final String SELECT = "SELECT " + COLUMNS + FROM;

    /**
     * By when it was said: a message that was late takes the place where the customer sees it. Meta tells times by the
     * second: within one, messages stand as they came.
     */
    private static final String OWN = SELECT + " WHERE m.conversation = :id ORDER BY date_trunc('second', m.at), m.id";

    private static final String ELSEWHERE = SELECT
            + """
            JOIN conversation other ON other.id = m.conversation
            JOIN conversation this ON this.customer = other.customer AND this.number = other.number
            WHERE this.id = :id AND other.id <> this.id AND (m.about = ANY(:wamids) OR m.wamid = ANY(:abouts))
            """;

    private static final String ABOUT = SELECT
            + """
            WHERE m.conversation = ANY (:conversations) AND NOT m.id = ANY (:ids)
              AND (m.about = ANY (:wamids) OR m.wamid = ANY (:abouts))
            """;

    private final JdbcClient database;

    MessageQuery(JdbcClient database) {
        this.database = database;
    }

    List<Whole.Message> of(long conversation) {
        var own = database.sql(OWN)
                .param("id", conversation)
                .query(MessageQuery::message)
                .list();
        var elsewhere = database.sql(ELSEWHERE)
                .param("id", conversation)
                .param("wamids", Unnest.texts(own, Whole.Message::wamid))
                .param("abouts", Unnest.texts(own, Whole.Message::about))
                .query(MessageQuery::message)
                .list();
        return Folding.fold(own, elsewhere);
    }

    /** What was said about some messages, and what they are about, in some conversations. */
    List<Whole.Message> about(List<Whole.Message> these, List<Long> conversations) {
        return database.sql(ABOUT)
                .param(
                        "conversations",
                        Unnest.bigints(conversations.stream().distinct().toList(), id -> id))
                .param("ids", Unnest.bigints(these, Whole.Message::id))
                .param("wamids", Unnest.texts(these, Whole.Message::wamid))
                .param("abouts", Unnest.texts(these, Whole.Message::about))
                .query(MessageQuery::message)
                .list();
    }

    static Whole.Message message(ResultSet row, int number) throws SQLException {
        return new Whole.Message(
                row.getLong("id"),
                row.getString("wamid"),
                text(row, "direction"),
                text(row, "type"),
                text(row, "text"),
                instant(row, "at"),
                row.getString("reached"),
                row.getString("author"),
                row.getString("reason"),
                Json.content(row.getString("content")),
                row.getBoolean("timed"),
                row.getBoolean("forwarded"),
                row.getString("member"),
                row.getString("about"),
                null,
                Marks.NONE,
                SentFilesQuery.media(row));
    }
}
