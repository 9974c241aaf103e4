package dev.rota.customer;

import dev.rota.desk.Turn;
import dev.rota.inquiry.Fact;
import dev.rota.inquiry.History;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what {@code routes/sql/history.sql} answered: last_agent, last_request_type and open_tickets. */
public final class Histories {

    /** What the look-up asks by; {@link #answered} and {@link #absent} take it back. */
    public Question ask(Turn turn) {
        return new Question(turn);
    }

    /** The turn with what went on before. */
    public Turn answered(Turn turn, @Nullable Map<String, Object> row, Question question) {
        var found = row == null ? Map.<String, Object>of() : row;
        var history = new History(text(found, "last_agent"), text(found, "last_request_type"), tickets(found));
        return turn.with(
                history, new Fact("history", history.lastRequestType(), "conversations answered", question.millis()));
    }

    /** The turn without an answer: it came too late, or not at all. */
    public Turn absent(Turn turn, Question question) {
        return turn.with(
                History.NONE,
                new Fact("history", null, "conversations did not answer, default used", question.millis()));
    }

    private static @Nullable String text(Map<String, Object> row, String column) {
        return Objects.toString(row.get(column), null);
    }

    private static int tickets(Map<String, Object> row) {
        return row.get("open_tickets") instanceof Number count ? count.intValue() : 0;
    }
}
