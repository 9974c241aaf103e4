package dev.rota.conversation;

import dev.rota.inquiry.Inquiry;
import dev.rota.routing.Because;
import dev.rota.routing.Decision;
import dev.rota.routing.Priority;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The decisions of a ledger as they were recorded, with what they were made of. */
public final class DecisionLog {

    private DecisionLog() {}

    /** All of them, in the order in which they were made. */
    public static List<Recorded> of(JdbcClient jdbc) {
        return jdbc.sql("SELECT * FROM decision ORDER BY id")
                .query((row, n) -> new Recorded(
                        Json.read(row.getString("inquiry"), Inquiry.class),
                        new Decision(
                                row.getString("request_type"),
                                row.getString("queue"),
                                Priority.ofRank(row.getInt("priority")),
                                row.getString("skill"),
                                row.getString("route_set"),
                                List.of(Json.read(row.getString("because"), Because[].class)))))
                .list();
    }

    /** One decision. */
    public record Recorded(Inquiry inquiry, Decision decision) {}
}
