package dev.rota.conversation;

import dev.rota.desk.Company;
import dev.rota.desk.Sight;
import dev.rota.desk.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files, read beside what they were sent with. */
final class SentFilesQuery implements SentFiles {

    /** Of {@code media f}. */
    static final String COLUMNS =
            """
            f.id AS file, f.state AS file_state, f.name AS file_name, f.mime_type AS file_type, f.size AS file_size,
            f.last_error AS file_error, f.meta_until AS file_until
            """;

    private final JdbcClient database;
    private final Supplier<Company> company;

    SentFilesQuery(JdbcClient database, Supplier<Company> company) {
        this.database = database;
        this.company = company;
    }

    @Override
    public Optional<Found> find(long conversation, long file, Viewer viewer) {
        var sight = Sight.of(viewer, company.get());
        return database.sql("SELECT f.type, f.sha256, " + COLUMNS
                        + " FROM media f JOIN conversation c ON c.id = f.conversation"
                        + " WHERE f.id = :file AND c.id = :id AND " + sight.condition())
                .param("file", file)
                .param("id", conversation)
                .params(sight.parameters())
                .query((row, n) -> found(row))
                .optional();
    }

    @Override
    public Optional<String> number(long conversation, Viewer viewer) {
        var sight = Sight.of(viewer, company.get());
        return database.sql("SELECT c.number FROM conversation c WHERE c.id = :id AND NOT c.shadow AND "
                        + sight.condition())
                .param("id", conversation)
                .params(sight.parameters())
                .query(String.class)
                .optional();
    }

    private static Found found(ResultSet row) throws SQLException {
        var media = media(row);
        if (media == null) {
            throw new IllegalStateException("a file without an id");
        }
        return new Found(media, Columns.text(row, "type"), row.getString("sha256"));
    }

    /** The file of a row; null when it has none. */
    static Whole.@Nullable Media media(ResultSet row) throws SQLException {
        var id = row.getObject("file", Long.class);
        return id == null
                ? null
                : new Whole.Media(
                        id,
                        Columns.text(row, "file_state"),
                        row.getString("file_name"),
                        row.getString("file_type"),
                        row.getObject("file_size", Long.class),
                        row.getString("file_error"),
                        Columns.instantOrNull(row, "file_until"));
    }
}
