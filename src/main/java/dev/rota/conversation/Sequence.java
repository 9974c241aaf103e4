package dev.rota.conversation;

import java.util.ArrayDeque;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ids taken from a sequence, many at a time. */
final class Sequence {

    private Sequence() {}

    static ArrayDeque<Long> next(JdbcClient jdbc, String sequence, int count) {
        if (count == 0) {
            return new ArrayDeque<>();
        }
        return new ArrayDeque<>(jdbc.sql("SELECT nextval(:sequence::regclass) FROM generate_series(1, :count)")
                .param("sequence", sequence)
                .param("count", count)
                .query((row, n) -> row.getLong(1))
                .list());
    }
}
