package dev.rota.conversation;

import dev.rota.conversation.Refusal.Invalid;
import dev.rota.desk.Identity;
import dev.rota.desk.Identity.Kind;
import dev.rota.desk.PhoneForms;
import dev.rota.desk.Profile;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds the customer whom the company wants to write to, and makes one of somebody unknown. */
final class Addressees {

    private static final Pattern USER = Pattern.compile("[A-Z]{2}\\.(ENT\\.)?[A-Za-z0-9]{1,128}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ().-]*");
    private static final int SHORTEST_PHONE = 8;
    private static final int LONGEST_PHONE = 15;

    private static final String KNOWN =
            """
            SELECT i.customer, i.kind, i.value
            FROM unnest(:kinds, :values) WITH ORDINALITY AS wanted (kind, value, place)
            JOIN customer_identity i ON i.kind = wanted.kind AND i.value = wanted.value AND i.until IS NULL
            ORDER BY wanted.place LIMIT 1
            """;

    /** Where the customer wrote from last, to that number if ever; else what Meta takes best. */
    private static final String OWN =
            """
            (SELECT customer, reply_kind AS kind, reply_to AS value FROM conversation
             WHERE customer = :customer AND reply_to IS NOT NULL
             ORDER BY number = :number DESC, reply_at DESC NULLS LAST LIMIT 1)
            UNION ALL
            (SELECT customer, kind, value FROM customer_identity
             WHERE customer = :customer AND until IS NULL AND kind IN ('WA_ID', 'BSUID', 'PARENT')
             ORDER BY kind = 'WA_ID' DESC, kind, value LIMIT 1)
            LIMIT 1
            """;

    private final JdbcClient jdbc;
    private final Customers customers;
    private final Clock clock;

    Addressees(JdbcClient jdbc, Customers customers, Clock clock) {
        this.jdbc = jdbc;
        this.customers = customers;
        this.clock = clock;
    }

    /** A customer, and the id to write to. */
    record Addressee(long customer, Address address) {}

    /**
     * The customer of an id.
     *
     * @param number Meta's id of the number to write from
     * @throws Invalid when it is none, or Meta can't reach them by anything known
     */
    Addressee find(String given, String number) {
        var id = given.strip();
        if (USER.matcher(id).matches()) {
            return of(List.of(new Identity(Kind.BSUID, id), new Identity(Kind.PARENT, id)), id);
        }
        var digits = PHONE.matcher(id).matches() ? id.replaceAll("\\D", "") : "";
        if (digits.length() > LONGEST_PHONE || digits.isEmpty()) {
            throw new Invalid(
                    "customer", "expected a phone number with its country code, a user id of Meta's or an id of ours");
        }
        if (digits.length() < SHORTEST_PHONE) {
            return own(Long.parseLong(digits), number);
        }
        var forms = Stream.concat(Stream.of(digits), PhoneForms.of(digits).stream())
                .map(form -> new Identity(Kind.WA_ID, form))
                .toList();
        return of(forms, "+" + digits);
    }

    private Addressee of(List<Identity> ids, String unknown) {
        return known(ids).orElseGet(() -> stranger(ids, unknown));
    }

    private Optional<Addressee> known(List<Identity> ids) {
        return jdbc.sql(KNOWN)
                .param("kinds", Unnest.texts(ids, id -> id.kind().name()))
                .param("values", Unnest.texts(ids, Identity::value))
                .query((row, n) -> new Addressee(
                        row.getLong("customer"),
                        new Address(Kind.valueOf(Columns.text(row, "kind")), Columns.text(row, "value"))))
                .optional();
    }

    /** Whichever form of the phone the answer comes from, it is the same customer's. */
    private Addressee stranger(List<Identity> ids, String address) {
        var kind = ids.get(0).kind();
        var own = ids.stream().filter(id -> id.kind() == kind).toList();
        var now = clock.instant();
        var introduction = new Introduction(0, null, false, own, List.of(), Profile.NONE, now, now);
        var customer =
                Objects.requireNonNull(customers.of(List.of(introduction)).get(0L));
        return new Addressee(customer, new Address(kind, address));
    }

    private Addressee own(long customer, String number) {
        return jdbc.sql(OWN)
                .param("customer", customer)
                .param("number", number)
                .query((row, n) -> new Addressee(
                        customer, new Address(Kind.valueOf(Columns.text(row, "kind")), Columns.text(row, "value"))))
                .optional()
                .orElseThrow(() -> new Invalid(
                        "customer", "there is no customer " + customer + ", or no id of theirs that Meta takes"));
    }
}
