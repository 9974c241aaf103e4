package dev.rota.customer;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the company knows of its customers, in the table that {@code routes/sql/customer.sql} asks. */
public final class Profiles {

    /** What does not change writes nothing, so that the same again costs little and is no news. */
    private static final String PUT =
            """
            INSERT INTO customer_profile AS before (id, name, tier, city, attributes, changed_at, changed_by)
            SELECT n.id, n.name, n.tier, n.city, n.attributes::jsonb, :now, :by
            FROM unnest(:ids, :names, :tiers, :cities, :attributes) AS n (id, name, tier, city, attributes)
            ON CONFLICT (id) DO UPDATE SET
                name = CASE WHEN 'name' = ANY (:told) THEN excluded.name ELSE before.name END,
                tier = CASE WHEN 'tier' = ANY (:told) THEN excluded.tier ELSE before.tier END,
                city = CASE WHEN 'city' = ANY (:told) THEN excluded.city ELSE before.city END,
                attributes = CASE WHEN :whole THEN excluded.attributes
                    ELSE (before.attributes - :told) || excluded.attributes END,
                changed_at = excluded.changed_at, changed_by = excluded.changed_by
            WHERE 'name' = ANY (:told) AND before.name IS DISTINCT FROM excluded.name
                OR 'tier' = ANY (:told) AND before.tier IS DISTINCT FROM excluded.tier
                OR 'city' = ANY (:told) AND before.city IS DISTINCT FROM excluded.city
                OR before.attributes IS DISTINCT FROM CASE WHEN :whole THEN excluded.attributes
                    ELSE (before.attributes - :told) || excluded.attributes END
            RETURNING xmax = 0 AS created
            """;

    private static final Set<String> ALL = Set.of("name", "tier", "city");

    private static final String ID_OF =
            """
            SELECT value FROM customer_identity
            WHERE customer = :id AND until IS NULL AND kind IN ('WA_ID', 'BSUID')
            ORDER BY kind = 'WA_ID' DESC, value LIMIT 1
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    public Profiles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How many rows a batch has made and changed; the rest was known already. */
    record Written(int created, int changed) {}

    /**
     * Keeps what is known of one customer, in place of what was.
     *
     * @param profile whose id may also be Rota's own for the customer
     * @return what is kept now
     * @throws NotAProfile when it can't be kept
     */
    public CustomerProfile put(CustomerProfile profile, String by) {
        var id = ownId(profile.id()).orElseGet(() -> CustomerProfile.idOf(profile.id()));
        var kept =
                new CustomerProfile(id, profile.name(), profile.tier(), profile.city(), profile.attributes()).checked();
        put(List.of(kept), ALL, true, by);
        return kept;
    }

    /**
     * Keeps what is known of many.
     *
     * @param profiles checked, of different customers
     * @param told which columns and attributes they tell of; the others stay
     */
    Written putAll(Collection<CustomerProfile> profiles, Set<String> told, String by) {
        return put(profiles, told, false, by);
    }

    private Written put(Collection<CustomerProfile> profiles, Set<String> told, boolean whole, String by) {
        var created = jdbc.sql(PUT)
                .param("ids", texts(profiles, CustomerProfile::id))
                .param("names", texts(profiles, CustomerProfile::name))
                .param("tiers", texts(profiles, CustomerProfile::tier))
                .param("cities", texts(profiles, CustomerProfile::city))
                .param("attributes", texts(profiles, profile -> ProfileJson.of(profile.attributes())))
                .param("told", told.toArray(String[]::new))
                .param("whole", whole)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by)
                .query(Boolean.class)
                .list();
        var made = (int) created.stream().filter(is -> is).count();
        return new Written(made, created.size() - made);
    }

    /** Programs know a customer by Rota's own id: those are shorter than phones. */
    private Optional<String> ownId(String id) {
        return id.matches("\\d{1,18}")
                ? jdbc.sql(ID_OF)
                        .param("id", Long.valueOf(id))
                        .query(String.class)
                        .optional()
                : Optional.empty();
    }

    private static @Nullable String[] texts(
            Collection<CustomerProfile> profiles, Function<CustomerProfile, @Nullable String> value) {
        return profiles.stream().map(value).toArray(String[]::new);
    }
}
