package dev.rota.conversation;

import dev.rota.conversation.Tickets.Duty;
import dev.rota.desk.Brief;
import dev.rota.desk.Company;
import dev.rota.desk.Delivery;
import dev.rota.desk.Ticket;
import dev.rota.routing.Priority;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes the canonical command of a delivery from the conversation as it stands in this transaction. */
final class TicketDocuments {

    private static final String CONVERSATIONS =
            """
            SELECT c.*, u.name AS customer_name, i.value AS wa_id, d.because AS decided, a.because AS chosen,
                   EXISTS (SELECT FROM assignment WHERE conversation = c.id AND agent <> c.owner) AS taken_over
            FROM conversation c
            JOIN customer u ON u.id = c.customer
            LEFT JOIN LATERAL (SELECT value FROM customer_identity
                               WHERE customer = c.customer AND kind IN ('WA_ID', 'PHONE') AND until IS NULL
                               ORDER BY kind DESC, value LIMIT 1) i ON true
            LEFT JOIN LATERAL (SELECT because FROM decision
                               WHERE conversation = c.id ORDER BY id DESC LIMIT 1) d ON true
            LEFT JOIN assignment a ON a.conversation = c.id AND a.to_at IS NULL
            WHERE c.id = ANY(:ids)
            """;

    private static final String MESSAGES =
            """
            SELECT m.* FROM unnest(:ids) AS c (id)
            CROSS JOIN LATERAL (SELECT * FROM message WHERE conversation = c.id ORDER BY id DESC LIMIT 20) m
            ORDER BY date_trunc('second', m.at), m.id
            """;

    private final JdbcClient jdbc;
    private final Supplier<Company> company;
    private final Briefs briefs;
    private final String publicUrl;

    TicketDocuments(JdbcClient jdbc, Supplier<Company> company, String publicUrl) {
        this.jdbc = jdbc;
        this.company = company;
        this.briefs = new Briefs(jdbc);
        this.publicUrl = publicUrl;
    }

    List<Delivery> write(List<Duty> duties) {
        var ids = duties.stream().map(Duty::conversation).distinct().toList();
        var conversations = jdbc
                .sql(CONVERSATIONS)
                .param("ids", Unnest.bigints(ids, id -> id))
                .query((row, n) -> conversation(row))
                .list()
                .stream()
                .collect(Collectors.toMap(Conversation::id, Function.identity()));
        var messages = jdbc
                .sql(MESSAGES)
                .param("ids", Unnest.bigints(ids, id -> id))
                .query((row, n) -> Map.entry(row.getLong("conversation"), line(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        var briefs = briefs(conversations.values());
        return duties.stream()
                .map(duty -> delivery(
                        duty,
                        Objects.requireNonNull(conversations.get(duty.conversation())),
                        messages.getOrDefault(duty.conversation(), List.of()),
                        duty.kind() == Delivery.Kind.TICKET ? briefs.get(duty.conversation()) : null))
                .toList();
    }

    /** For whoever is responsible after somebody else has been, by conversation. */
    private Map<Long, Brief> briefs(Collection<Conversation> conversations) {
        var takenOver = conversations.stream()
                .filter(Conversation::takenOver)
                .map(Conversation::id)
                .toList();
        return takenOver.isEmpty()
                ? Map.of()
                : briefs.find(takenOver).values().stream()
                        .collect(Collectors.toMap(Briefs.Found::conversation, Briefs.Found::brief));
    }

    private List<Ticket.Line> said(Duty duty, List<Ticket.Line> messages) {
        return switch (duty.kind()) {
            case MESSAGE ->
                messages.stream()
                        .filter(line -> line.id().equals(String.valueOf(duty.reference())))
                        .toList();
            case NOTE ->
                jdbc.sql("SELECT * FROM note WHERE id = :id")
                        .param("id", duty.reference())
                        .query((row, n) -> note(row))
                        .list();
            default -> messages;
        };
    }

    /** Its id is not one that a message could have. */
    private static Ticket.Line note(ResultSet row) throws SQLException {
        return new Ticket.Line(
                "n" + row.getLong("id"),
                "note",
                "text",
                row.getString("text"),
                Columns.instant(row, "at"),
                row.getString("author"));
    }

    private Delivery delivery(Duty duty, Conversation of, List<Ticket.Line> messages, @Nullable Brief brief) {
        var said = said(duty, messages);
        var title = messages.stream()
                .filter(line -> line.direction().equals("in")
                        && !line.type().equals("reaction")
                        && !line.text().isBlank())
                .reduce((first, last) -> last)
                .map(line -> of.requestType + ": " + shortened(line.text()))
                .orElse(of.requestType);
        var ticket = new Ticket(
                duty.kind().label(),
                duty.conversation() + ":" + duty.kind().label() + ":" + duty.reference(),
                String.valueOf(of.id),
                of.protocol,
                of.epoch,
                null,
                of.customer,
                of.number,
                team(of),
                of.queue,
                of.requestType,
                of.priority.label(),
                of.status,
                owner(of, duty.downstream()),
                title,
                said,
                of.because,
                publicUrl + "/conversations/" + of.id,
                brief);
        return new Delivery(duty.downstream(), duty.conversation(), duty.kind(), duty.reference(), ticket);
    }

    private Conversation conversation(ResultSet row) throws SQLException {
        return new Conversation(
                row.getLong("id"),
                row.getString("protocol"),
                new Ticket.Person(row.getString("customer"), row.getString("customer_name"), row.getString("wa_id")),
                company.get()
                        .numberById(row.getString("number"))
                        .map(dev.rota.desk.Number::name)
                        .orElse(row.getString("number")),
                row.getString("status"),
                row.getString("queue"),
                row.getString("request_type"),
                Priority.ofRank(row.getInt("priority")),
                row.getString("owner"),
                row.getInt("epoch"),
                row.getBoolean("taken_over"),
                Stream.concat(Json.list(row.getString("decided")).stream(), Json.list(row.getString("chosen")).stream())
                        .toList());
    }

    private static Ticket.Line line(ResultSet row) throws SQLException {
        return new Ticket.Line(
                row.getString("id"),
                row.getString("direction"),
                row.getString("type"),
                row.getString("text"),
                Columns.instant(row, "at"),
                row.getString("author"));
    }

    private Ticket.@Nullable Owner owner(Conversation of, String downstream) {
        var agent = of.owner == null ? null : company.get().agents().get(of.owner);
        return agent == null
                ? null
                : new Ticket.Owner(agent.name(), agent.title(), agent.ids().get(downstream));
    }

    private @Nullable String team(Conversation of) {
        var owner = of.owner == null ? null : company.get().agents().get(of.owner);
        return owner != null
                ? owner.team()
                : company.get().queue(of.queue).teams().stream()
                        .sorted()
                        .findFirst()
                        .orElse(null);
    }

    private static String shortened(String text) {
        var line = text.strip().lines().findFirst().orElse("");
        return line.codePointCount(0, line.length()) <= 80
                ? line
                : line.substring(0, line.offsetByCodePoints(0, 79)) + "…";
    }

    private record Conversation(
            long id,
            String protocol,
            Ticket.Person customer,
            String number,
            String status,
            String queue,
            String requestType,
            Priority priority,
            @Nullable String owner,
            int epoch,
            boolean takenOver,
            List<Object> because) {}
}
