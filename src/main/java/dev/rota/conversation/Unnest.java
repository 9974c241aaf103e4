package dev.rota.conversation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.SqlArrayValue;

/** The rows of a list as columns, for statements that write many rows at once through {@code unnest}. */
final class Unnest {

    private Unnest() {}

    static <T> SqlArrayValue bigints(List<T> rows, Function<T, @Nullable Long> value) {
        return column("bigint", rows, value);
    }

    static <T> SqlArrayValue integers(List<T> rows, Function<T, @Nullable Integer> value) {
        return column("integer", rows, value);
    }

    static <T> SqlArrayValue texts(List<T> rows, Function<T, @Nullable String> value) {
        return column("text", rows, value);
    }

    static <T> SqlArrayValue booleans(List<T> rows, Function<T, Boolean> value) {
        return column("boolean", rows, value);
    }

    static <T> SqlArrayValue instants(List<T> rows, Function<T, @Nullable Instant> value) {
        return new SqlArrayValue(
                "timestamptz",
                rows.stream().map(row -> timestamp(value.apply(row))).toArray());
    }

    /** An instant as the driver takes it. */
    static @Nullable OffsetDateTime timestamp(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static <T> SqlArrayValue column(String type, List<T> rows, Function<T, ? extends @Nullable Object> value) {
        return new SqlArrayValue(type, rows.stream().map(value).toArray());
    }
}
