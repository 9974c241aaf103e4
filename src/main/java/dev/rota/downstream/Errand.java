package dev.rota.downstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.rota.desk.DeliveryOutcome;
import dev.rota.desk.DeliveryOutcome.Ambiguous;
import dev.rota.desk.DeliveryOutcome.Delivered;
import dev.rota.desk.DeliveryOutcome.Refused;
import dev.rota.desk.DeliveryOutcome.Retry;
import dev.rota.desk.Ticket;
import dev.rota.downstream.Counterpart.Creation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One command on its way through the questions that a helpdesk is asked. What holds for every helpdesk is here, and in no
 * adapter: no ticket is made before one has been looked for; what a look-up finds is ours only with our reference on it; a
 * look-up that finds what is not ours is not believed; and after an attempt whose end nobody knows, no message is said
 * that is there already.
 */
final class Errand {

    /** No question is begun later: with the longest answer to the last one, the errand ends within its lease. */
    static final Duration PATIENCE = Duration.ofSeconds(25);

    private static final Duration SOON = Duration.ofSeconds(1);

    private final Ticket command;
    private final int attempt;
    private final Counterpart counterpart;
    private final Questions questions;
    private final Clock clock;
    private final Instant latest;
    private int requests;

    Errand(Ticket command, int attempt, Counterpart counterpart, ObjectMapper json, Clock clock) {
        this.command = command;
        this.attempt = attempt;
        this.counterpart = counterpart;
        this.questions = new Questions(command, attempt, json);
        this.clock = clock;
        this.latest = clock.instant().plus(PATIENCE);
    }

    DeliveryOutcome run() throws Undelivered {
        var known = command.ticketId();
        if (known != null) {
            tell(known, attempt > 1, news());
            return new Delivered(known, null, "changed");
        }
        var found = found(Ask.FIND, "ticketId", questions.reference());
        if (found != null) {
            var id = found.path("ticketId").asText();
            tell(id, true, rest());
            return new Delivered(id, text(found, "link"), "existing");
        }
        return create();
    }

    /** How many questions have been put so far. */
    int requests() {
        return requests;
    }

    private DeliveryOutcome create() throws Undelivered {
        var customer = customer();
        var created = ask(Ask.CREATE, null, customer, null);
        var id = text(created, "ticketId");
        if (id == null) {
            throw refused("answered to 'create' without a ticket's id; check what its Kamelet makes of the answer");
        }
        if (isBare()) {
            questions.fresh();
            change(id);
            say(id, command.messages(), Set.of());
        }
        return new Delivered(id, text(created, "link"), created.path("new").asBoolean(true) ? "created" : "existing");
    }

    /** Tells of a ticket that is there; {@code again} when some of it may have been told. */
    private void tell(String id, boolean again, List<Ticket.Line> lines) throws Undelivered {
        if (!speaks()) {
            change(id);
        }
        if (!lines.isEmpty()) {
            say(id, lines, again ? said(id) : Set.of());
        }
    }

    /** What a ticket that was known before must still hear: messages have deliveries of their own. */
    private List<Ticket.Line> news() {
        return speaks()
                ? command.messages()
                : TicketText.brief(command).map(List::of).orElse(List.of());
    }

    /** What one that was found may lack: a bare one may have been left without a word. */
    private List<Ticket.Line> rest() {
        return isBare() && command.op().equals("ticket") ? command.messages() : news();
    }

    private boolean speaks() {
        return command.op().equals("message") || command.op().equals("note");
    }

    private boolean isBare() {
        return counterpart.creation() == Creation.BARE;
    }

    private void change(String id) throws Undelivered {
        ask(Ask.CHANGE, id, NullNode.instance, null);
        ask(Ask.STATUS, id, NullNode.instance, null);
    }

    private void say(String id, List<Ticket.Line> lines, Set<String> said) throws Undelivered {
        for (var message : lines) {
            if (!said.contains(Questions.marker(message))) {
                ask(Ask.SAY, id, NullNode.instance, message);
            }
        }
    }

    private Set<String> said(String id) throws Undelivered {
        var markers = new HashSet<String>();
        ask(Ask.HISTORY, id, NullNode.instance, null).forEach(marker -> markers.add(marker.asText()));
        return markers;
    }

    private JsonNode customer() throws Undelivered {
        var found = found(Ask.CUSTOMER, "customerId", questions.customerReference());
        return found != null ? found : ask(Ask.NEW_CUSTOMER, null, NullNode.instance, null);
    }

    /** What carries our reference; nothing that others have is taken for it. */
    private @Nullable JsonNode found(Ask ask, String id, String reference) throws Undelivered {
        JsonNode ours = null;
        for (var found : ask(ask, null, NullNode.instance, null)) {
            if (!found.path("reference").asText().equals(reference)) {
                throw refused(
                        "was asked for what has our reference, and named something else; its look-up '" + ask.label()
                                + "' can't be believed, so nothing was created: check the field that keeps the reference there");
            }
            if (ours == null && text(found, id) != null) {
                ours = found;
            }
        }
        return ours;
    }

    private JsonNode ask(Ask ask, @Nullable String ticketId, JsonNode customer, Ticket.@Nullable Line message)
            throws Undelivered {
        if (!counterpart.answers().contains(ask)) {
            return NullNode.instance;
        }
        if (clock.instant().isAfter(latest) && canFindOut(Ask.SAY)) {
            throw new Undelivered(new Retry("takes its time; what it has not been told yet follows", SOON));
        }
        requests++;
        try {
            return counterpart.ask(ask, questions.of(ask, ticketId, customer, message));
        } catch (Undelivered e) {
            if (e.outcome() instanceof Ambiguous ambiguous && ask.writes() && !canFindOut(ask)) {
                throw new Undelivered(
                        new Ambiguous(ambiguous.reason() + "; look there, and repeat it if it is missing", false));
            }
            throw e;
        }
    }

    /** Whether another attempt sees what this one has done; to change something twice does no harm. */
    private boolean canFindOut(Ask ask) {
        return switch (ask) {
            case CREATE ->
                counterpart.creation() == Creation.ONCE || counterpart.answers().contains(Ask.FIND);
            case SAY -> counterpart.answers().contains(Ask.HISTORY);
            default -> true;
        };
    }

    private static Undelivered refused(String reason) {
        return new Undelivered(new Refused(reason));
    }

    private static @Nullable String text(JsonNode node, String key) {
        var value = node.path(key);
        return value.isValueNode() && !value.isNull() && !value.asText().isBlank() ? value.asText() : null;
    }
}
