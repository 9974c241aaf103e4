package dev.rota.downstream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.rota.desk.Backoff;
import dev.rota.desk.Brief;
import dev.rota.desk.Delivery.Kind;
import dev.rota.desk.DeliveryOutcome;
import dev.rota.desk.DeliveryOutcome.Ambiguous;
import dev.rota.desk.DeliveryOutcome.Delivered;
import dev.rota.desk.DeliveryOutcome.Refused;
import dev.rota.desk.DeliveryOutcome.Retry;
import dev.rota.desk.Dispatch;
import dev.rota.desk.MovableClock;
import dev.rota.desk.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The questions of an errand, in their order, to a helpdesk that answers as a test says. */
class ErrandTest {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final Map<String, Integer> charged = new HashMap<>();
    private final MovableClock clock = new MovableClock(NOW);
    private final Errands errands =
            new Errands(JSON, (name, requests) -> charged.merge(name, requests, Integer::sum), clock);

    @Test
    void a_ticket_is_looked_for_before_it_is_made_and_all_its_requests_but_the_first_are_charged() {
        var desk = new Desk(EnumSet.allOf(Ask.class), Counterpart.Creation.WHOLE);
        desk.answers(Ask.FIND, "[]");
        desk.answers(Ask.CUSTOMER, "[]");
        desk.answers(Ask.NEW_CUSTOMER, "{\"customerId\": 7}");
        desk.answers(Ask.CREATE, "{\"ticketId\": 1, \"link\": \"https://t/1\"}");

        assertThat(errands.carryOut(command("ticket", null), 1, desk))
                .isEqualTo(new Delivered("1", "https://t/1", "created"));
        assertThat(desk.asked).containsExactly("find", "customer", "newCustomer", "create customer 7");
        assertThat(charged).containsExactly(Map.entry("desk", 3));
    }

    @Test
    void of_two_tickets_that_are_ours_the_first_is_taken() {
        var desk = new Desk(EnumSet.of(Ask.FIND, Ask.CREATE, Ask.CHANGE), Counterpart.Creation.WHOLE);
        desk.answers(
                Ask.FIND,
                "[{\"ticketId\": 3, \"reference\": \"rota-42\"}, {\"ticketId\": 4, \"reference\": \"rota-42\"}]");

        assertThat(errands.carryOut(command("ticket", null), 2, desk)).isEqualTo(new Delivered("3", null, "existing"));
        assertThat(desk.asked).containsExactly("find", "change 3");
    }

    @Test
    void a_bare_ticket_gets_its_owner_and_what_was_said_and_after_a_break_only_what_is_missing() {
        var desk = new Desk(EnumSet.allOf(Ask.class), Counterpart.Creation.BARE);
        desk.answers(Ask.CREATE, "{\"ticketId\": 1}");
        errands.carryOut(command("ticket", null), 1, desk);
        assertThat(desk.asked)
                .containsExactly(
                        "find",
                        "customer",
                        "newCustomer",
                        "create",
                        "change 1",
                        "status 1",
                        "say 1 rota-m-8",
                        "say 1 rota-m-9");

        desk.asked.clear();
        desk.answers(Ask.FIND, "[{\"ticketId\": 1, \"reference\": \"rota-42\"}]");
        desk.answers(Ask.HISTORY, "[\"rota-m-8\"]");
        errands.carryOut(command("ticket", null), 2, desk);
        assertThat(desk.asked).containsExactly("find", "change 1", "status 1", "history 1", "say 1 rota-m-9");
    }

    @Test
    void a_message_for_a_ticket_that_was_never_made_makes_it() {
        var desk = new Desk(EnumSet.of(Ask.FIND, Ask.CREATE, Ask.SAY), Counterpart.Creation.WHOLE);
        desk.answers(Ask.CREATE, "{\"ticketId\": 1}");

        assertThat(errands.carryOut(command("message", null), 1, desk)).isEqualTo(new Delivered("1", null, "created"));
        assertThat(desk.asked).containsExactly("find", "create");
    }

    @Test
    void without_a_look_up_an_answer_that_never_came_is_left_to_people_and_not_guessed() {
        var lost = new Ambiguous("did not answer 'create' in time");
        var blind = new Desk(EnumSet.of(Ask.CREATE, Ask.SAY), Counterpart.Creation.WHOLE);
        blind.fails(lost);
        var outcome = errands.carryOut(command("ticket", null), 1, blind);

        assertThat(outcome)
                .isEqualTo(new Ambiguous(
                        "desk did not answer 'create' in time; look there, and repeat it if it is missing", false));
        assertThat(state(outcome)).isEqualTo("ambiguous");
        assertThat(state(errands.carryOut(command("message", "1"), 1, blind))).isEqualTo("ambiguous");

        var seeing = new Desk(EnumSet.allOf(Ask.class), Counterpart.Creation.WHOLE);
        seeing.fails(lost);
        assertThat(state(errands.carryOut(command("status", "1"), 1, seeing))).isEqualTo("due");
        var once = new Desk(EnumSet.of(Ask.CREATE), Counterpart.Creation.ONCE);
        once.fails(lost);
        assertThat(state(errands.carryOut(command("ticket", null), 1, once))).isEqualTo("due");
    }

    @Test
    void whoever_takes_it_over_finds_a_brief_as_a_note_once() {
        var desk = new Desk(EnumSet.allOf(Ask.class), Counterpart.Creation.WHOLE);
        var brief = new Brief("e o boleto?", NOW, NOW, NOW.plusSeconds(3600));

        errands.carryOut(command("ticket", "1", brief), 1, desk);
        assertThat(desk.asked).containsExactly("change 1", "status 1", "say 1 rota-m-01");
        assertThat(desk.said)
                .isEqualTo(
                        "private rota: asked: e o boleto?\nwaiting since 2026-11-24 12:00Z\nmay be answered freely until"
                                + " 2026-11-24 13:00Z");

        desk.asked.clear();
        desk.answers(Ask.HISTORY, "[\"rota-m-01\"]");
        errands.carryOut(command("ticket", "1", brief), 2, desk);
        assertThat(desk.asked).containsExactly("change 1", "status 1", "history 1");
    }

    @Test
    void an_errand_that_takes_long_stops_within_its_lease_and_goes_on_where_another_attempt_finds_out_what_was_done() {
        var slow = new Desk(EnumSet.allOf(Ask.class), Counterpart.Creation.BARE);
        slow.takes(Errand.PATIENCE.dividedBy(4));
        slow.answers(Ask.CREATE, "{\"ticketId\": 1}");

        assertThat(errands.carryOut(command("ticket", null), 1, slow))
                .isEqualTo(
                        new Retry("desk takes its time; what it has not been told yet follows", Duration.ofSeconds(1)));
        assertThat(slow.asked).endsWith("create", "change 1").doesNotContain("say 1 rota-m-8");

        var forgetful = new Desk(EnumSet.of(Ask.CREATE, Ask.CHANGE, Ask.SAY), Counterpart.Creation.BARE);
        forgetful.takes(Errand.PATIENCE);
        forgetful.answers(Ask.CREATE, "{\"ticketId\": 1}");
        assertThat(errands.carryOut(command("ticket", null), 1, forgetful)).isInstanceOf(Delivered.class);
    }

    @Test
    void a_creation_without_an_id_is_refused() {
        var desk = new Desk(EnumSet.of(Ask.CREATE), Counterpart.Creation.WHOLE);
        desk.answers(Ask.CREATE, "{\"ticketId\": null}");

        assertThat(errands.carryOut(command("ticket", null), 1, desk)).isInstanceOf(Refused.class);
    }

    private static String state(DeliveryOutcome outcome) {
        var dispatch = new Dispatch(1, new UUID(1, 1), "desk", 42L, Kind.TICKET, 1, 1, false, command("ticket", null));
        return Settlement.of(dispatch, outcome, NOW, new Backoff(new Random(1))).state();
    }

    private static Ticket command(String op, @Nullable String ticketId) {
        return command(op, ticketId, null);
    }

    private static Ticket command(String op, @Nullable String ticketId, @Nullable Brief brief) {
        return new Ticket(
                op,
                "42:" + op + ":1",
                "42",
                "20261124-000042",
                1,
                ticketId,
                new Ticket.Person("17", null, null),
                "suporte",
                "support",
                "support",
                "outage",
                "normal",
                "in_progress",
                null,
                "outage",
                List.of(line("8"), line("9")),
                List.of(),
                "https://rota.example/conversations/42",
                brief);
    }

    private static Ticket.Line line(String id) {
        return new Ticket.Line(id, "in", "text", "oi", NOW, null);
    }

    /** Answers each question in one way, and remembers what it was asked. */
    private final class Desk implements Counterpart {

        private final Set<Ask> known;
        private final Creation creation;
        private final Map<Ask, JsonNode> answers = new EnumMap<>(Ask.class);
        private final List<String> asked = new ArrayList<>();
        private String said = "";
        private Duration pause = Duration.ZERO;

        @Nullable
        private DeliveryOutcome failure;

        Desk(Set<Ask> known, Creation creation) {
            this.known = known;
            this.creation = creation;
        }

        void answers(Ask ask, String json) {
            try {
                answers.put(ask, JSON.readTree(json));
            } catch (JsonProcessingException e) {
                throw new AssertionError(e);
            }
        }

        void takes(Duration each) {
            pause = each;
        }

        void fails(DeliveryOutcome outcome) {
            failure = outcome;
        }

        @Override
        public String name() {
            return "desk";
        }

        @Override
        public Set<Ask> answers() {
            return known;
        }

        @Override
        public Creation creation() {
            return creation;
        }

        @Override
        public JsonNode ask(Ask ask, ObjectNode question) throws Undelivered {
            clock.pass(pause);
            var customer = question.path("customer").path("customerId");
            asked.add((ask.label() + " " + question.path("ticketId").asText("") + " "
                            + question.path("message").path("marker").asText("")
                            + (customer.isMissingNode() ? "" : "customer " + customer.asText()))
                    .replace("null", "")
                    .strip()
                    .replaceAll(" +", " "));
            var message = question.path("message");
            said = (message.path("private").asBoolean() ? "private " : "")
                    + message.path("spoken").asText();
            if (failure != null) {
                throw new Undelivered(failure);
            }
            return answers.getOrDefault(ask, NullNode.instance);
        }
    }
}
