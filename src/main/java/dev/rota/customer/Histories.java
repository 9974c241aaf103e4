package dev.rota.customer;

import dev.rota.desk.Turn;
import dev.rota.inquiry.Fact;
import dev.rota.inquiry.History;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what {@code routes/sql/history.sql} answered: the columns are named after the parts of {@link History}. */
public final class Histories {

    /** The turn of somebody with whom nothing went on before. */
    public Turn none(Turn turn) {
        return turn.with(History.NONE, new Fact("history", null, "new customer", 0));
    }

    /** What the look-up asks by; {@link #answered} and {@link #absent} take it back. */
    public Question ask(Turn turn) {
        return new Question(turn);
    }

    /** The turn with what went on before. */
    public Turn answered(Turn turn, @Nullable Map<String, Object> row, Question question) {
        var found = row == null ? Map.<String, Object>of() : row;
        var history = new History(
                text(found, "last_agent"),
                text(found, "last_request_type"),
                text(found, "last_queue"),
                count(found, "open_tickets"),
                count(found, "count_in_30_days"));
        return turn.with(
                history, new Fact("history", history.lastRequestType(), "conversations answered", question.millis()));
    }

    /** The turn without an answer: it came too late, or not at all. */
    public Turn absent(Turn turn, Question question) {
        return turn.with(
                History.UNKNOWN,
                new Fact("history", null, "conversations did not answer, default used", question.millis()));
    }

    private static @Nullable String text(Map<String, Object> row, String column) {
        return Objects.toString(row.get(column), null);
    }

    private static @Nullable Integer count(Map<String, Object> row, String column) {
        return row.get(column) instanceof Number count ? count.intValue() : null;
    }
}
