package dev.rota.conversation;

import dev.rota.routing.Priority;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Columns of a row whose types the driver does not give as they are wanted. */
final class Columns {

    private Columns() {}

    static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column), column);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instantOrNull(row, column), column);
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /** The label of the row's priority, which is stored as its place in the order of urgency. */
    @SuppressWarnings("EnumOrdinal") // SQL compares priorities, so it needs them as numbers
    static String priority(ResultSet row) throws SQLException {
        return Priority.ofRank(row.getInt("priority")).label();
    }
}
