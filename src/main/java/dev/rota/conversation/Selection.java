package dev.rota.conversation;

import static java.util.stream.Collectors.joining;

import dev.rota.desk.Company;
import dev.rota.desk.Number;
import dev.rota.desk.Sight;
import dev.rota.desk.Status;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The SQL that selects one page of conversations.
 *
 * <p>Open conversations are few: an index on them alone finds them, and they are sorted. Closed ones are many and grow for
 * ever: they are read in order from an index, queue by queue, and no further than the page goes. A search begins at the
 * few customers or protocols that it finds. What was recorded in shadow mode is in no list.
 */
final class Selection {

    private static final String OPEN_MOVED = "c.last_message_at";
    private static final String CLOSED_MOVED = "c.closed_at";
    private static final String CLOSED = "c.status = 'closed' AND NOT c.shadow";
    private static final String STATE_BEGAN = "coalesce(c.waiting_since, c.closed_at, c.last_message_at)";
    private static final String MOVED = "coalesce(c.closed_at, c.last_message_at)";

    private final Filter filter;
    private final Sight sight;
    private final Order order;
    private final @Nullable Cursor cursor;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();
    private final String sql;

    Selection(Filter filter, Sight sight, Company company) {
        this.filter = filter;
        this.sight = sight;
        this.order = filter.status() == Status.WAITING ? Order.SERVED : Order.RECENT;
        this.cursor = filter.cursor() == null ? null : Cursor.parse(filter.cursor(), order);
        parameters.putAll(sight.parameters());
        parameters.put("limit", filter.limit() + 1);
        if (filter.number() != null) {
            // A number that has left the files is listed under its id, so it is found by it too.
            var number =
                    Optional.ofNullable(company.numbers().get(filter.number())).map(Number::id);
            require("c.number = :number", Map.of("number", number.orElse(filter.number())));
        }
        if (filter.queue() != null) {
            require("c.queue = :queue", Map.of("queue", filter.queue()));
        }
        if (filter.agent() != null) {
            require("c.status = 'in_progress' AND c.owner = :agent", Map.of("agent", filter.agent()));
        }
        further(filter.further(), company);
        if (cursor != null) {
            parameters.putAll(cursor.parameters());
        }
        this.sql = compose();
    }

    private void further(Filter.Further further, Company company) {
        if (further.priority() != null) {
            require(
                    "c.priority = :priority",
                    Map.of("priority", further.priority().rank()));
        }
        if (further.asked()) {
            require("c.unanswered_since IS NOT NULL", Map.of());
        }
        if (further.before() != null) {
            require(
                    STATE_BEGAN + " < :before",
                    Map.of("before", further.before().atOffset(ZoneOffset.UTC)));
        }
        if (further.due() != null) {
            var dues = Dues.until(further.due(), "due", company);
            require(dues.condition(), dues.parameters());
        }
        if (further.team() != null) {
            var served = company.queuesOf(Set.of(further.team()));
            require("c.queue = ANY(:served)", Map.of("served", served.toArray(String[]::new)));
        }
    }

    Order order() {
        return order;
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** Selects the ids and keys of one page and one conversation more. */
    String sql() {
        return sql;
    }

    private String compose() {
        var arms = filter.q() == null || filter.q().isBlank() ? arms() : List.of(found(Search.of(filter.q())));
        return arms.size() == 1 ? arms.get(0) : String.join(" UNION ALL ", arms) + ordered();
    }

    private String found(Search search) {
        parameters.putAll(search.parameters());
        var status = filter.status() == null
                ? "NOT c.shadow"
                : "NOT c.shadow AND c.status = '" + filter.status().label() + "'";
        var from = "(" + Search.SQL + ") found JOIN conversation c ON c.id = found.id";
        return arm(from, status + " AND " + sight.condition(), MOVED);
    }

    private List<String> arms() {
        var status = filter.status();
        var arms = new ArrayList<String>();
        if (status != Status.CLOSED) {
            var open = status == null ? "c.status <> 'closed'" : "c.status = '" + status.label() + "'";
            arms.add(arm("conversation c", open + " AND " + sight.condition(), OPEN_MOVED));
        }
        if (status == null || status == Status.CLOSED) {
            arms.add(closed());
        }
        return arms;
    }

    private String closed() {
        var all = arm("conversation c", CLOSED, CLOSED_MOVED);
        if (sight.all() && filter.queue() == null) {
            return all;
        }
        parameters.put("queues", queues().toArray(String[]::new));
        var inQueue = arm("conversation c", CLOSED + " AND c.queue = one.queue", CLOSED_MOVED);
        return "(SELECT c.* FROM unnest(:queues) AS one (queue) CROSS JOIN LATERAL " + inQueue + " c" + ordered() + ")";
    }

    /** Closed conversations have no owner, so they are seen for their queue only. */
    private Set<String> queues() {
        if (filter.queue() == null) {
            return sight.queues();
        }
        return sight.sees(filter.queue()) ? Set.of(filter.queue()) : Set.of();
    }

    private String arm(String from, String where, String movedAt) {
        var all =
                Stream.of(Stream.of(where), conditions.stream(), after(movedAt)).flatMap(Function.identity());
        return "(SELECT c.id, c.place, " + movedAt + " AS moved_at FROM " + from
                + all.collect(joining(" AND ", " WHERE ", "")) + ordered() + ")";
    }

    private Stream<String> after(String movedAt) {
        return cursor == null ? Stream.empty() : Stream.of(order.after(movedAt));
    }

    private String ordered() {
        return " ORDER BY " + order.by() + " LIMIT :limit";
    }

    private void require(String condition, Map<String, Object> values) {
        conditions.add(condition);
        parameters.putAll(values);
    }
}
