package dev.rota.downstream;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.SqlArrayValue;

/** A column of a list of rows, for statements that write many rows at once through {@code unnest}. */
final class Unnest {

    private Unnest() {}

    /** @param type as PostgreSQL calls it */
    static <T> SqlArrayValue column(String type, List<T> rows, Function<T, @Nullable Object> value) {
        return new SqlArrayValue(type, rows.stream().map(value).toArray());
    }
}
