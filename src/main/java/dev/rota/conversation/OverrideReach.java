package dev.rota.conversation;

import dev.rota.desk.Rules;
import dev.rota.desk.Status;
import dev.rota.inquiry.RoutingOverride;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Says which open conversations an override fits; asks the rules about each, and writes nothing. */
final class OverrideReach {

    private static final int AT_ONCE = 500;

    private static final String OPEN = "SELECT id FROM conversation WHERE status <> 'closed' ORDER BY id";
    private static final String IN_PROGRESS = "SELECT id FROM conversation WHERE status = 'in_progress' ORDER BY id";

    /** What somebody was given meanwhile by an engine that did not know of it yet. */
    private static final String LEFT_BEHIND =
            """
            SELECT id FROM conversation
            WHERE status = 'in_progress' AND rules <> :stamp AND owned_since >= :since ORDER BY id
            """;

    private final JdbcClient jdbc;

    OverrideReach(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All that it fits. */
    List<Again> open(RoutingOverride override, Rules rules, Instant at) {
        return fitting(jdbc.sql(OPEN).query(Long.class).list(), override, rules, at);
    }

    /** What it fits of what somebody is responsible for. */
    List<Again> inProgress(RoutingOverride override, Rules rules, Instant at) {
        return fitting(jdbc.sql(IN_PROGRESS).query(Long.class).list(), override, rules, at);
    }

    /** The same of what they are responsible for since then, and was decided under another stamp. */
    List<Again> leftBehind(RoutingOverride override, Instant since, Rules rules, Instant at) {
        var ids = jdbc.sql(LEFT_BEHIND)
                .param("stamp", rules.stamp())
                .param("since", Unnest.timestamp(since))
                .query(Long.class)
                .list();
        return fitting(ids, override, rules, at);
    }

    private List<Again> fitting(List<Long> ids, RoutingOverride override, Rules rules, Instant at) {
        var fitting = new ArrayList<Again>();
        for (var from = 0; from < ids.size(); from += AT_ONCE) {
            read(ids.subList(from, Math.min(ids.size(), from + AT_ONCE))).stream()
                    .flatMap(each -> Again.ask(each, rules, at).stream())
                    .filter(again -> Objects.equals(again.ruling().decision().overrideId(), override.id()))
                    .filter(again -> again.was().status() == Status.IN_PROGRESS || again.holds(rules))
                    .forEach(fitting::add);
        }
        return fitting;
    }

    private List<Decidable> read(List<Long> ids) {
        return jdbc.sql(Decidable.SELECT + " WHERE c.id = ANY(:ids) AND c.status <> 'closed' ORDER BY c.id")
                .param("ids", Unnest.bigints(ids, id -> id))
                .query(Decidable::of)
                .list();
    }
}
