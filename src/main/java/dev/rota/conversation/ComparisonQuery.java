package dev.rota.conversation;

import static dev.rota.conversation.Columns.instant;
import static dev.rota.conversation.Columns.instantOrNull;
import static dev.rota.conversation.Columns.priority;
import static dev.rota.conversation.Columns.text;

import dev.rota.desk.Company;
import dev.rota.desk.Number;
import dev.rota.desk.Role;
import dev.rota.desk.Sight;
import dev.rota.desk.Viewer;
import dev.rota.routing.Because;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The comparison, read from what was recorded in shadow mode. */
final class ComparisonQuery implements Comparison {

    private static final Set<Role> MAY_COMPARE = Set.of(Role.SUPERVISOR, Role.ENGINEER, Role.ADMIN);
    private static final Pattern CURSOR = Pattern.compile("(\\d{1,18})-(\\d{1,18})");

    private static final String PAGE =
            """
            SELECT c.id, c.protocol, c.number, c.request_type, c.queue, c.priority, s.at, s.agent, s.reason,
                customer.name, phone.value AS phone, decided.because,
                coalesce(asked.at, s.at) AS asked_at, answer.at AS answered_at, answer.author
            FROM shadow_assignment s
            JOIN conversation c ON c.id = s.conversation
            JOIN customer ON customer.id = c.customer
            LEFT JOIN LATERAL (SELECT value FROM customer_identity
                WHERE customer = c.customer AND kind = 'WA_ID' ORDER BY value LIMIT 1) phone ON true
            LEFT JOIN LATERAL (SELECT because FROM decision
                WHERE conversation = c.id AND event = s.decided ORDER BY id LIMIT 1) decided ON true
            LEFT JOIN message asked ON asked.event = s.event
            LEFT JOIN LATERAL (SELECT at, author FROM message
                WHERE conversation = c.id AND direction = 'out' AND at >= coalesce(asked.at, s.at)
                ORDER BY at, id LIMIT 1) answer ON true
            WHERE s.at >= :since AND (s.at, s.conversation) < (:before, :id)
            """;
    private static final String NEWEST_FIRST = " ORDER BY s.at DESC, s.conversation DESC LIMIT :limit";

    private final JdbcClient database;
    private final Supplier<Company> company;

    ComparisonQuery(JdbcClient database, Supplier<Company> company) {
        this.database = database;
        this.company = company;
    }

    @Override
    public Page<Compared> list(
            Instant since, @Nullable String number, @Nullable String cursor, int limit, Viewer viewer) {
        if (!MAY_COMPARE.contains(viewer.role())) {
            throw new Refusal.Forbidden("supervisors, engineers and admins compare; the role "
                    + viewer.role().label() + " does not");
        }
        var now = company.get();
        var sight = Sight.of(viewer, now);
        var ofNumber = number == null ? "" : " AND c.number = :number";
        var after = Place.of(cursor);
        var found = database.sql(PAGE + ofNumber + " AND " + sight.condition() + NEWEST_FIRST)
                .params(sight.parameters())
                .param("since", Unnest.timestamp(since))
                .param(
                        "number",
                        Optional.ofNullable(number).map(name -> id(now, name)).orElse(null))
                .param("before", Unnest.timestamp(after.at))
                .param("id", after.id)
                .param("limit", limit + 1)
                .query((row, n) -> compared(row, now))
                .list();
        return Page.of(found, limit, last -> new Place(last.at(), last.id()).text());
    }

    private static String id(Company company, String name) {
        return Optional.ofNullable(company.numbers().get(name)).map(Number::id).orElse(name);
    }

    private static Compared compared(ResultSet row, Company company) throws SQLException {
        var number = text(row, "number");
        return new Compared(
                row.getLong("id"),
                text(row, "protocol"),
                instant(row, "at"),
                company.numberById(number).map(Number::name).orElse(number),
                customer(row.getString("name"), row.getString("phone")),
                text(row, "request_type"),
                text(row, "queue"),
                priority(row),
                row.getString("agent"),
                text(row, "reason"),
                first(Reasons.rules(row, "because")),
                answer(row));
    }

    private static String customer(@Nullable String name, @Nullable String phone) {
        if (name != null) {
            return name;
        }
        return phone == null ? "somebody" : "…" + phone.substring(Math.max(0, phone.length() - 4));
    }

    private static @Nullable Because first(List<Because> rules) {
        return rules.stream()
                .filter(rule -> rule.value().equals("true"))
                .findFirst()
                .or(() -> rules.stream().findFirst())
                .orElse(null);
    }

    private static @Nullable Answer answer(ResultSet row) throws SQLException {
        var at = instantOrNull(row, "answered_at");
        return at == null
                ? null
                : new Answer(at, Duration.between(instant(row, "asked_at"), at).toSeconds(), row.getString("author"));
    }

    /** Where a page begins: after the conversation that began at that instant. */
    private record Place(Instant at, long id) {

        static Place of(@Nullable String cursor) {
            if (cursor == null) {
                return new Place(Instant.parse("9999-01-01T00:00:00Z"), 0);
            }
            var fields = CURSOR.matcher(cursor);
            if (!fields.matches()) {
                throw new UnknownCursor();
            }
            return new Place(
                    Instant.EPOCH.plus(Long.parseLong(fields.group(1)), ChronoUnit.MICROS),
                    Long.parseLong(fields.group(2)));
        }

        String text() {
            return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "-" + id;
        }
    }
}
