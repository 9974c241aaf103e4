package dev.rota.conversation;

import dev.rota.desk.Identity;
import dev.rota.desk.Identity.Kind;
import dev.rota.desk.PhoneForms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Links ids to customers. An id that belongs to somebody else already stays theirs: no link is ever overwritten, the two
 * become candidates for being one person, as do two who have forms of one number.
 */
final class Identities {

    // Why two may be one person: the API gives these words, the screens say them in the reader's language.
    private static final String TOGETHER = "came_together";
    private static final String OTHER_FORM = "other_form";
    private static final String TOLD_PHONE = "told_phone";

    private static final String LINK =
            """
            WITH brought AS (
                SELECT * FROM unnest(:kinds, :values, :customers, :broughtAts) AS n (kind, value, customer, at)
            ), added AS (
                INSERT INTO customer_identity (kind, value, customer)
                SELECT b.kind, b.value, b.customer FROM brought b
                WHERE NOT EXISTS (SELECT FROM customer_identity i
                                  WHERE i.kind = b.kind AND i.value = b.value AND i.customer = b.customer
                                    AND i.until > b.at)
                ON CONFLICT DO NOTHING
                RETURNING customer
            ), alike AS (
                SELECT * FROM unnest(:alikeKinds, :alikeValues, :alikeCustomers, :reasons, :ats)
                    AS n (kind, value, customer, reason, at)
            ), candidates AS (
                INSERT INTO customer_candidate (customer, other, reason, at)
                SELECT least(a.customer, i.customer), greatest(a.customer, i.customer), a.reason, a.at
                FROM alike a JOIN customer_identity i ON i.kind = a.kind AND i.value = a.value AND i.until IS NULL
                WHERE i.customer <> a.customer
                UNION ALL
                SELECT least(a.customer, b.customer), greatest(a.customer, b.customer), a.reason, a.at
                FROM alike a JOIN brought b USING (kind, value)
                WHERE b.customer <> a.customer
                ON CONFLICT DO NOTHING
            )
            SELECT count(*) FROM added
            """;

    /** Whoever had an id after somebody else leaves it after them, though Meta tells both by the same second. */
    private static final String RETIRE =
            """
            UPDATE customer_identity i
            SET until = greatest(n.at, (SELECT max(o.until) + interval '1 microsecond' FROM customer_identity o
                                        WHERE o.kind = i.kind AND o.value = i.value AND o.customer <> i.customer))
            FROM unnest(:kinds, :values, :customers, :ats) AS n (kind, value, customer, at)
            WHERE i.kind = n.kind AND i.value = n.value AND i.customer = n.customer AND i.until IS NULL
            """;

    private final JdbcClient jdbc;

    Identities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Ends the links to the ids that customers have left. */
    void retire(List<Introduction> introductions, Map<Long, Long> customers) {
        var left = introductions.stream()
                .flatMap(each -> each.left().stream().map(id -> Link.of(each, id, customers, TOGETHER)))
                .toList();
        if (!left.isEmpty()) {
            bind(RETIRE, left)
                    .param("ats", Unnest.instants(left, link -> link.by.at()))
                    .update();
        }
    }

    /** Links the ids that nobody has, remembers who may be the same person, and gives how many were linked. */
    int link(List<Introduction> introductions, Map<Long, Long> customers) {
        if (introductions.isEmpty()) {
            return 0;
        }
        var brought = introductions.stream()
                .flatMap(each -> each.identities().stream().map(id -> Link.of(each, id, customers, TOGETHER)))
                .toList();
        var alike = brought.stream().flatMap(Identities::alike).toList();
        return bind(LINK, brought)
                .param("broughtAts", Unnest.instants(brought, link -> link.by.at()))
                .param("alikeKinds", Unnest.texts(alike, link -> link.id.kind().name()))
                .param("alikeValues", Unnest.texts(alike, link -> link.id.value()))
                .param("alikeCustomers", Unnest.bigints(alike, Link::customer))
                .param("reasons", Unnest.texts(alike, Link::reason))
                .param("ats", Unnest.instants(alike, link -> link.by.receivedAt()))
                .query((row, n) -> row.getInt(1))
                .single();
    }

    private JdbcClient.StatementSpec bind(String sql, List<Link> links) {
        return jdbc.sql(sql)
                .param("kinds", Unnest.texts(links, link -> link.id.kind().name()))
                .param("values", Unnest.texts(links, link -> link.id.value()))
                .param("customers", Unnest.bigints(links, Link::customer));
    }

    /** The ids by which somebody else may be the same person. */
    private static Stream<Link> alike(Link link) {
        var alike = new ArrayList<Link>();
        if (link.id.kind() == Kind.PHONE) {
            var digits = link.id.value().replaceAll("\\D", "");
            alike.add(link.with(link.id, TOLD_PHONE));
            alike.add(link.with(new Identity(Kind.WA_ID, digits), TOLD_PHONE));
            PhoneForms.of(digits).forEach(form -> alike.add(link.with(new Identity(Kind.WA_ID, form), TOLD_PHONE)));
        } else {
            alike.add(link);
        }
        if (link.id.kind() == Kind.WA_ID) {
            PhoneForms.of(link.id.value())
                    .forEach(form -> alike.add(link.with(new Identity(Kind.WA_ID, form), OTHER_FORM)));
        }
        return alike.stream();
    }

    private record Link(Introduction by, Identity id, long customer, String reason) {

        static Link of(Introduction by, Identity id, Map<Long, Long> customers, String reason) {
            return new Link(by, id, Objects.requireNonNull(customers.get(by.event())), reason);
        }

        Link with(Identity other, String why) {
            return new Link(by, other, customer, why);
        }
    }
}
