package dev.rota.conversation;

import dev.rota.desk.Company;
import dev.rota.desk.Number;
import dev.rota.desk.Status;
import dev.rota.desk.TryAgain;
import dev.rota.desk.Turn;
import dev.rota.inquiry.Content;
import dev.rota.routing.Priority;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Opens new conversations, waiting in the queues that their decisions name. What needs no answer gets one that is closed
 * from the start, so that nothing is lost; the customer's answer may reopen it. So does what comes for a number in shadow
 * mode, and nothing reopens that.
 */
final class Openings {

    /** The request type where no rules have run. */
    static final String NONE = "none";

    private static final String OPEN =
            """
            INSERT INTO conversation (id, protocol, number, customer, status, queue, request_type, priority, skill,
                                      epoch, opened_at, waiting_since, closed_at, last_message_at, last_customer_at,
                                      unanswered_since, reply_kind, reply_to, reply_at, shadow, rules, aging)
            SELECT n.id, n.protocol, n.number, n.customer, n.status, n.queue, n.request_type, n.priority, n.skill,
                   1, n.now, CASE WHEN n.status = 'waiting' THEN n.received_at END,
                   CASE WHEN n.status = 'closed' THEN n.now END, n.at, n.asked_at, CASE WHEN n.status = 'waiting' THEN n.asked_at END,
                   n.reply_kind, n.reply_to, CASE WHEN n.reply_to IS NOT NULL THEN n.at END, n.shadow, n.rules,
                   n.aging
            FROM unnest(:ids, :protocols, :numbers, :customers, :statuses, :queues, :types, :priorities, :skills, :nows,
                        :receivedAts, :ats, :askedAts, :replyKinds, :replyTos, :shadows, :rules, :agings)
                AS n (id, protocol, number, customer, status, queue, request_type, priority, skill, now,
                      received_at, at, asked_at, reply_kind, reply_to, shadow, rules, aging)
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
            var protocol = protocol(company.get(), turn.event().number(), protocols.removeFirst(), now);
            var queue = turn.decision() == null
                    ? company.get().fallback()
                    : turn.decision().queue();
            var address = Address.of(turn).orElse(null);
            openings.add(new Opening(turn, ids.removeFirst(), protocol, customer, queue, address, isShadow(turn)));
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
                .param("statuses", Unnest.texts(openings, opening -> opening.status()
                        .label()))
                .param("queues", Unnest.texts(openings, Opening::queue))
                .param("types", Unnest.texts(openings, Opening::requestType))
                .param("priorities", Unnest.integers(openings, opening -> opening.priority()
                        .rank()))
                .param("skills", Unnest.texts(openings, Opening::skill))
                .param("nows", Unnest.instants(openings, opening -> now))
                .param("receivedAts", Unnest.instants(openings, opening -> opening.turn
                        .event()
                        .receivedAt()))
                .param("ats", Unnest.instants(openings, opening -> MessageTimes.at(opening.turn)))
                .param("askedAts", Unnest.instants(openings, opening -> MessageTimes.askedAt(opening.turn)))
                .param("replyKinds", Unnest.texts(openings, Opening::replyKind))
                .param("replyTos", Unnest.texts(openings, Opening::replyTo))
                .param("shadows", Unnest.booleans(openings, Opening::shadow))
                .param("agings", Unnest.integers(openings, opening -> changes.aging(opening.queue)))
                .param("rules", Unnest.texts(openings, Opening::rules))
                .update();
    }

    private boolean isShadow(Turn turn) {
        return company.get()
                .numberById(turn.event().number())
                .filter(Number::isShadow)
                .isPresent();
    }

    /** The name that people quote: the day in the number's zone, and a count. */
    static String protocol(Company company, String number, long count, Instant now) {
        var zone = company.numberById(number)
                .map(known -> company.timetable().zone(known.calendar()))
                .orElse((ZoneId) ZoneOffset.UTC);
        return "%s-%06d".formatted(DAY.format(now.atZone(zone).toLocalDate()), count);
    }

    /** Why a conversation begins with that message. */
    static String why(Turn turn) {
        if (!turn.message().source().isCustomer()) {
            return "the company wrote outside Rota";
        }
        if (turn.message().said().content() instanceof Content.Handover) {
            return "another app handed it over";
        }
        return turn.message().opensConversation() ? "the customer wrote" : "something came that needs no answer";
    }

    private record Opening(
            Turn turn,
            long id,
            String protocol,
            long customer,
            String queue,
            @Nullable Address address,
            boolean shadow) {

        Status status() {
            return shadow || turn.decision() == null ? Status.CLOSED : Status.WAITING;
        }

        String requestType() {
            return turn.decision() == null ? NONE : turn.decision().requestType();
        }

        Priority priority() {
            return turn.decision() == null ? Priority.NORMAL : turn.decision().priority();
        }

        @Nullable
        String skill() {
            return turn.decision() == null ? null : turn.decision().skill();
        }

        String rules() {
            return turn.rules().stamp();
        }

        @Nullable
        String replyKind() {
            return address == null ? null : address.kind().name();
        }

        @Nullable
        String replyTo() {
            return address == null ? null : address.value();
        }

        Change step(Instant now) {
            var what = status() == Status.WAITING ? "opened" : "noted";
            return new Change(
                    id,
                    1,
                    what,
                    status(),
                    queue,
                    null,
                    null,
                    Change.ROTA,
                    why(turn) + (shadow ? ", and the number is in shadow mode" : ""),
                    List.of(),
                    now);
        }
    }
}
