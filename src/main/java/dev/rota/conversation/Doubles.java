package dev.rota.conversation;

import dev.rota.desk.Turn;
import dev.rota.inquiry.Content;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds what has been said already: a placeholder whose content is known, and the echo of a message that we sent. They
 * change nothing. Asks the database for such messages only, so that a group without them costs nothing.
 */
final class Doubles {

    private static final String SAID =
            """
            SELECT n.event FROM unnest(:events, :numbers, :wamids, :customers) AS n (event, number, wamid, customer)
            WHERE EXISTS (SELECT FROM message m WHERE m.wamid = n.wamid AND m.direction = 'out')
               OR EXISTS (SELECT FROM conversation c JOIN message m ON m.conversation = c.id
                          WHERE c.customer = n.customer AND c.number = n.number
                            AND m.wamid = n.wamid AND m.direction = 'in')
            """;

    private final JdbcClient jdbc;

    Doubles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The turns that say something new. */
    List<Turn> without(List<Turn> turns) {
        var suspects = turns.stream().filter(Doubles::mayBeDouble).toList();
        if (suspects.isEmpty()) {
            return turns;
        }
        var said = said(suspects);
        var contents = turns.stream()
                .filter(turn -> !isPlaceholder(turn))
                .map(Doubles::name)
                .collect(Collectors.toSet());
        return turns.stream()
                .filter(turn -> !said.contains(turn.event().id()))
                .filter(turn -> !isPlaceholder(turn) || !contents.contains(name(turn)))
                .toList();
    }

    private Set<Long> said(List<Turn> suspects) {
        return new HashSet<>(jdbc.sql(SAID)
                .param("events", Unnest.bigints(suspects, turn -> turn.event().id()))
                .param("numbers", Unnest.texts(suspects, turn -> turn.event().number()))
                .param("wamids", Unnest.texts(suspects, turn -> turn.message().said().wamid()))
                .param(
                        "customers",
                        Unnest.bigints(suspects, turn -> isPlaceholder(turn) ? turn.customerId() : null))
                .query((row, n) -> row.getLong("event"))
                .list());
    }

    private static boolean mayBeDouble(Turn turn) {
        return isPlaceholder(turn) || !turn.message().source().isCustomer();
    }

    private static boolean isPlaceholder(Turn turn) {
        return turn.message().said().content() instanceof Content.Unsupported;
    }

    private static Name name(Turn turn) {
        return new Name(turn.event().number(), turn.message().said().wamid());
    }

    private record Name(String number, String wamid) {
        @Override
        public String toString() {
            return "Name[]";
        }
    }
}
