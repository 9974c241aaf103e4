package dev.rota.customer;

import dev.rota.desk.Turn;
import dev.rota.inquiry.Customer;
import dev.rota.inquiry.Fact;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@code routes/sql/customer.sql} answered: the columns name, tier and city, and any further as attribute, and
 * what stands as JSON in the column attributes. The column id says by which id or form of the phone it knows the customer.
 */
public final class Customers {

    private static final String ATTRIBUTES = "attributes";
    private static final Set<String> OWN_COLUMNS = Set.of("name", "tier", "city", "id", ATTRIBUTES);

    /** What the look-up asks by; {@link #answered} and {@link #absent} take it back. */
    public Question ask(Turn turn) {
        return new Question(turn);
    }

    /** The turn with the customer found; a customer without a row is known by the WhatsApp profile alone. */
    public Turn answered(Turn turn, @Nullable Map<String, Object> row, Question question) {
        var customer = customer(turn, row == null ? Map.of() : row);
        return turn.with(customer, new Fact("customer", customer.tier(), found(turn, row), question.millis()));
    }

    private static String found(Turn turn, @Nullable Map<String, Object> row) {
        if (row == null) {
            return "no such customer";
        }
        var known = text(row, "id");
        var isTheirs = known == null
                || turn.message().identities().stream()
                        .anyMatch(identity -> identity.value().equals(known));
        return isTheirs ? "customers answered" : "customers answered for another form of the phone";
    }

    /** The turn without an answer: it came too late, or not at all. */
    public Turn absent(Turn turn, Question question) {
        var fact = new Fact("customer", null, "customers did not answer, default used", question.millis());
        return turn.with(customer(turn, Map.of()), fact);
    }

    private static Customer customer(Turn turn, Map<String, Object> row) {
        var attributes = new HashMap<>(ProfileJson.attributes(text(row, ATTRIBUTES)));
        row.forEach((column, value) -> {
            if (value != null && !OWN_COLUMNS.contains(column)) {
                attributes.put(column, value.toString());
            }
        });
        return known(turn, new Customer(text(row, "name"), null, text(row, "tier"), text(row, "city"), attributes));
    }

    /** What is known of the customer, completed by what WhatsApp says: the phone, and a name where there is none. */
    static Customer known(Turn turn, Customer customer) {
        return new Customer(
                customer.name() == null ? turn.message().profile().name() : customer.name(),
                turn.waId(),
                customer.tier(),
                customer.city(),
                customer.attributes());
    }

    private static @Nullable String text(Map<String, Object> row, String column) {
        var value = row.get(column);
        return value == null ? null : value.toString();
    }
}
