package dev.rota.conversation;

import dev.rota.desk.Sight;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what a list does not tell of a customer: who else it may be, and what it wants to hear of. */
final class CustomerQuery {

    private static final String PREFERENCES =
            "SELECT * FROM customer_preference WHERE customer = :customer ORDER BY category, number";

    private final JdbcClient database;

    CustomerQuery(JdbcClient database) {
        this.database = database;
    }

    /** @param numbers gives a number its name */
    Summary.Customer of(Summary.Customer customer, Sight sight, UnaryOperator<String> numbers) {
        // Who else it may be is told to everybody, the name only to who sees a conversation of theirs.
        var candidates = database.sql(
                        """
                        SELECT u.id, d.reason,
                            CASE WHEN EXISTS (SELECT FROM conversation c WHERE c.customer = u.id AND %s)
                                THEN u.name END AS name
                        FROM customer_candidate d
                        JOIN customer u ON u.id = CASE WHEN d.customer = :customer THEN d.other ELSE d.customer END
                        WHERE d.customer = :customer OR d.other = :customer
                        ORDER BY u.id
                        """
                                .formatted(sight.condition()))
                .params(sight.parameters())
                .param("customer", customer.id())
                .query((row, n) ->
                        new Summary.Candidate(row.getLong("id"), row.getString("name"), Columns.text(row, "reason")))
                .list();
        var preferences = database.sql(PREFERENCES)
                .param("customer", customer.id())
                .query((row, n) -> new Summary.Preference(
                        Columns.text(row, "category"),
                        row.getBoolean("wanted"),
                        Columns.instant(row, "at"),
                        Columns.text(row, "number").isEmpty() ? null : numbers.apply(Columns.text(row, "number"))))
                .list();
        return new Summary.Customer(
                customer.id(), customer.name(), customer.phone(), customer.username(), candidates, preferences);
    }
}
