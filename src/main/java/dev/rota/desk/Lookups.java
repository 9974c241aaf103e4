package dev.rota.desk;

import org.jspecify.annotations.Nullable;

/**
 * Who is asked before a decision, besides the database.
 *
 * @param crm is asked who the customer is; null when {@code routes/sql/customer.sql} says it
 * @param model is asked what the customer wants; null when the rules alone say it
 */
public record Lookups(@Nullable Lookup crm, @Nullable Lookup model) {

    /** Nobody is asked. */
    public static final Lookups NONE = new Lookups(null, null);
}
