package dev.rota.conversation;

import dev.rota.desk.Company;
import dev.rota.desk.Number;
import dev.rota.desk.Sight;
import dev.rota.search.Query;
import dev.rota.search.Unsearchable;
import dev.rota.search.Unsearchable.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a search wants of a conversation {@code c} and its customer {@code u}, as a condition on their rows: that the viewer
 * may see it, and what the filters ask.
 */
final class Wanted {

    private static final Pattern SPECIAL = Pattern.compile("[\\\\%_]");
    private static final int LEAST_NAME = 3;
    private static final int LEAST_PHONE = 4;

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    Wanted(Query query, Sight sight, Company company) {
        conditions.add("NOT c.shadow");
        require(sight.condition(), sight.parameters());
        ofCustomer(query);
        var protocol = query.protocol();
        if (protocol != null) {
            require(
                    "(c.protocol BETWEEN :protocol AND :protocol || '~' OR split_part(c.protocol, '-', 2) = :protocolEnd)",
                    Map.of("protocol", protocol, "protocolEnd", Search.protocolEnd(protocol)));
        }
        var number = query.number();
        if (number != null) {
            var id = Optional.ofNullable(company.numbers().get(number)).map(Number::id);
            require("c.number = :number", Map.of("number", id.orElse(number)));
        }
        if (query.queue() != null) {
            require("c.queue = :queue", Map.of("queue", query.queue()));
        }
        ofOwner(query, sight);
    }

    /** The condition; of the parameters all are there, whether or not a part of it is used alone. */
    String condition() {
        return String.join(" AND ", conditions);
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    private void ofCustomer(Query query) {
        var name = query.name();
        if (name != null) {
            if (name.length() < LEAST_NAME) {
                throw new Unsearchable(Fault.SHORT_NAME, name);
            }
            var literal = SPECIAL.matcher(name).replaceAll("\\\\$0");
            require("folded(u.name) LIKE folded(:name)", Map.of("name", "%" + literal + "%"));
        }
        var phone = query.phone();
        if (phone != null) {
            var digits = phone.replaceAll("\\D", "");
            if (digits.length() < LEAST_PHONE) {
                throw new Unsearchable(Fault.SHORT_PHONE, phone);
            }
            require(
                    "EXISTS (SELECT FROM customer_identity WHERE customer = u.id AND kind IN ('WA_ID', 'PHONE')"
                            + " AND value LIKE :phone)",
                    Map.of("phone", "%" + digits + "%"));
        }
    }

    private void ofOwner(Query query, Sight sight) {
        var owner = query.owner();
        if (Query.NONE.equals(owner)) {
            conditions.add("c.status = 'waiting'");
        } else if (owner != null) {
            require(
                    "c.status = 'in_progress' AND c.owner = :owner",
                    Map.of("owner", owner.equals(Query.ME) ? sight.viewer() : owner));
        }
    }

    private void require(String condition, Map<String, Object> values) {
        conditions.add(condition);
        parameters.putAll(values);
    }
}
