package dev.rota.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sessions of people who logged in, of all engines. */
public final class Sessions {

    /** How long a session lasts without a request. */
    static final Duration IDLE = Duration.ofHours(12);

    /** How long a session lasts at most. */
    static final Duration LONGEST = Duration.ofDays(7);

    /**
     * Keeps a session, with the parameters that Spring Session gives for it in their order. That it was used is written once a minute:
     * an open desk asks several times a second, and each write would wait for the disk.
     */
    static final String UPDATE =
            """
            WITH used (session_id, last_access_time, max_inactive_interval, expiry_time, principal_name) AS (
                VALUES (CAST(? AS char(36)), CAST(? AS bigint), CAST(? AS integer), CAST(? AS bigint), CAST(? AS varchar(100)))
            )
            UPDATE spring_session kept
            SET session_id = used.session_id, last_access_time = used.last_access_time,
                max_inactive_interval = used.max_inactive_interval, expiry_time = used.expiry_time, principal_name = used.principal_name
            FROM used
            WHERE kept.primary_id = ? AND (
                used.last_access_time > kept.last_access_time + 60000
                OR (used.session_id, used.max_inactive_interval) <> (kept.session_id, kept.max_inactive_interval)
                OR used.principal_name IS DISTINCT FROM kept.principal_name)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Sessions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those of these sessions that have not ended. */
    public Set<String> alive(Collection<String> ids) {
        var now = clock.millis();
        return new HashSet<>(jdbc.sql(
                        """
                                SELECT session_id FROM spring_session
                                WHERE session_id = ANY (CAST(:ids AS char(36)[])) AND expiry_time > :now AND creation_time > :oldest
                                  AND principal_name IS NOT NULL""")
                .param("ids", ids.toArray(String[]::new))
                .param("now", now)
                .param("oldest", now - LONGEST.toMillis())
                .query(String.class)
                .list());
    }

    /** Ends all sessions of a person. */
    void end(String person) {
        jdbc.sql("DELETE FROM spring_session WHERE principal_name = :person")
                .param("person", person)
                .update();
    }
}
