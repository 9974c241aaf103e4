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
