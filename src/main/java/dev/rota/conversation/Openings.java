package dev.rota.conversation;

import dev.rota.desk.Company;
import dev.rota.desk.Status;
import dev.rota.desk.TryAgain;
import dev.rota.desk.Turn;
import dev.rota.routing.Decision;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens new conversations, waiting in the queues that their decisions name. */
final class Openings {

    private static final String OPEN =
            """
            INSERT INTO conversation (id, protocol, number, customer, status, queue, request_type, priority, skill,
                                      epoch, opened_at, waiting_since, last_message_at, last_customer_at)
            SELECT n.id, n.protocol, n.number, n.customer, 'waiting', n.queue, n.request_type, n.priority, n.skill,
                   1, n.now, n.received_at, n.at, n.asked_at
            FROM unnest(:ids, :protocols, :numbers, :customers, :queues, :types, :priorities, :skills, :nows,
                        :receivedAts, :ats, :askedAts)
                AS n (id, protocol, number, customer, queue, request_type, priority, skill, now,
                      received_at, at, asked_at)
            ON CONFLICT DO NOTHING
            """;

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private final JdbcClient jdbc;
    private final Supplier<Company> company;
    private final Changes changes;

    Openings(JdbcClient jdbc, Supplier<Company> company, Changes changes) {
        this.jdbc = jdbc;
        this.company = company;
        this.changes = changes;
    }

    /**
     * Opens a conversation for each turn, and gives the first step of each, in order of the turns.
     *
     * @throws TryAgain when a customer has an open conversation by now
     */
    List<Change> open(List<Turn> turns, Map<Long, Long> customers, Instant now) {
        if (turns.isEmpty()) {
            return List.of();
        }
        var ids = Sequence.next(jdbc, "conversation_id", turns.size());
        var protocols = Sequence.next(jdbc, "protocol_number", turns.size());
        var openings = new ArrayList<Opening>();
        for (var turn : turns) {
            var customer = Objects.requireNonNull(customers.get(turn.event().id()));
            var protocol = protocol(turn, protocols.removeFirst(), now);
            openings.add(new Opening(turn, ids.removeFirst(), protocol, customer, decision(turn)));
        }
        if (insert(openings, now) < turns.size()) {
            throw new TryAgain("a conversation was opened by another message at the same time");
        }
        var steps = openings.stream().map(opening -> opening.step(now)).toList();
        changes.record(steps);
        return steps;
    }

    private int insert(List<Opening> openings, Instant now) {
        return jdbc.sql(OPEN)
                .param("ids", Unnest.bigints(openings, Opening::id))
                .param("protocols", Unnest.texts(openings, Opening::protocol))
                .param(
                        "numbers",
                        Unnest.texts(openings, opening -> opening.turn.event().number()))
                .param("customers", Unnest.bigints(openings, Opening::customer))
                .param("queues", Unnest.texts(openings, opening -> opening.decision.queue()))
                .param("types", Unnest.texts(openings, opening -> opening.decision.requestType()))
                .param("priorities", Unnest.integers(openings, opening -> opening.decision
                        .priority()
                        .rank()))
                .param("skills", Unnest.texts(openings, opening -> opening.decision.skill()))
                .param("nows", Unnest.instants(openings, opening -> now))
                .param("receivedAts", Unnest.instants(openings, opening -> opening.turn
                        .event()
                        .receivedAt()))
                .param("ats", Unnest.instants(openings, opening -> MessageTimes.at(opening.turn)))
                .param("askedAts", Unnest.instants(openings, opening -> MessageTimes.askedAt(opening.turn)))
                .update();
    }

    private String protocol(Turn turn, long number, Instant now) {
        var zone = company.get()
                .numberById(turn.event().number())
                .map(known -> company.get().timetable().zone(known.calendar()))
                .orElse((ZoneId) ZoneOffset.UTC);
        return "%s-%06d".formatted(DAY.format(now.atZone(zone).toLocalDate()), number);
    }

    private static Decision decision(Turn turn) {
        return Objects.requireNonNull(turn.decision(), "a new conversation has a decision");
    }

    private record Opening(Turn turn, long id, String protocol, long customer, Decision decision) {

        Change step(Instant now) {
            return new Change(
                    id,
                    1,
                    "opened",
                    Status.WAITING,
                    decision.queue(),
                    null,
                    null,
                    Change.ROTA,
                    "the customer wrote",
                    List.of(),
                    now);
        }
    }
}
