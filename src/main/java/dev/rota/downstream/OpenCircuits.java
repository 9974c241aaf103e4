package dev.rota.downstream;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What can't be sent at present, and why: one alert for each channel, however much waits behind it. */
public final class OpenCircuits {

    private static final String ALL =
            """
            SELECT c.*, (SELECT count(*) FROM delivery d
                         WHERE d.downstream = c.downstream AND d.state IN ('due', 'sending')) AS waiting
            FROM open_circuit c ORDER BY c.since, c.downstream
            """;

    private final JdbcClient jdbc;

    public OpenCircuits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A channel that nobody uses until one delivery has come through.
     *
     * @param downstream as deliveries name it
     * @param reason what is wrong, and what mends it
     * @param waiting how many deliveries wait for it
     * @param probeAt when one of them tries next
     */
    public record Circuit(String downstream, Instant since, String reason, int waiting, Instant probeAt) {}

    /** All of them, the oldest first. */
    public List<Circuit> all() {
        return jdbc.sql(ALL)
                .query((row, n) -> new Circuit(
                        row.getString("downstream"),
                        row.getTimestamp("since").toInstant(),
                        row.getString("reason"),
                        row.getInt("waiting"),
                        row.getTimestamp("probe_at").toInstant()))
                .list();
    }
}
