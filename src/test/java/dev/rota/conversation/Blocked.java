package dev.rota.conversation;

import static org.awaitility.Awaitility.await;

import java.time.Duration;

/** What waits in the database for what somebody else holds. */
final class Blocked {

    private static final String WAITING =
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";

    private Blocked() {}

    /** Until somebody waits. */
    static void awaitOne(Desk desk) {
        await("it waits for what somebody else holds")
                .atMost(Duration.ofSeconds(20))
                .until(() -> desk.count(WAITING) == 1);
    }
}
