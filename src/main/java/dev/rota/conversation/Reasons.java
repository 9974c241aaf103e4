package dev.rota.conversation;

import static dev.rota.conversation.Columns.instant;
import static dev.rota.conversation.Columns.priority;
import static dev.rota.conversation.Columns.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rota.assignment.Verdict;
import dev.rota.inquiry.Fact;
import dev.rota.routing.Because;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Reads what was recorded as the reason of a decision or an assignment. */
final class Reasons {

    /** Records are kept for ever, so they may hold members that have gone since. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final TypeReference<List<Because>> RULES = new TypeReference<>() {};
    private static final TypeReference<List<Verdict>> CANDIDATES = new TypeReference<>() {};
    private static final TypeReference<List<Fact>> FACTS = new TypeReference<>() {};

    private Reasons() {}

    /** Reads a row of {@code decision}. */
    static Explanation.Decision decision(ResultSet row, int number) throws SQLException {
        return new Explanation.Decision(
                instant(row, "at"),
                text(row, "request_type"),
                text(row, "queue"),
                priority(row),
                row.getString("skill"),
                text(row, "route_set"),
                rules(row, "because"));
    }

    static List<Because> rules(ResultSet row, String column) throws SQLException {
        return read(row, column, RULES);
    }

    static List<Verdict> candidates(ResultSet row, String column) throws SQLException {
        return read(row, column, CANDIDATES);
    }

    static List<Fact> facts(ResultSet row, String column) throws SQLException {
        return read(row, column, FACTS);
    }

    private static <T> List<T> read(ResultSet row, String column, TypeReference<List<T>> type) throws SQLException {
        var json = row.getString(column);
        if (json == null) {
            return List.of();
        }
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            e.clearLocation(); // it would quote what the customer said
            throw new IllegalStateException("column '" + column + "' is not a list as the ledger writes it", e);
        }
    }
}
