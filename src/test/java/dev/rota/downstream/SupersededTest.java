package dev.rota.downstream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.zaxxer.hikari.HikariDataSource;
import dev.rota.database.TestDatabase;
import dev.rota.desk.Company;
import dev.rota.desk.Delivery;
import dev.rota.desk.Delivery.Kind;
import dev.rota.desk.DeliveryOutcome;
import dev.rota.desk.DeliveryOutcome.Delivered;
import dev.rota.desk.DeliveryOutcome.Refused;
import dev.rota.desk.DeliveryOutcome.Retry;
import dev.rota.desk.Dispatch;
import dev.rota.desk.MovableClock;
import dev.rota.desk.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is told of tickets, in which order, and what need not be told any more, by two engines; the test moves the clock. */
class SupersededTest {

    private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final HikariDataSource source = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(source);
    private final StoredCommands commands =
            new StoredCommands(JsonMapper.builder().findAndAddModules().build());
    private final MovableClock clock = new MovableClock(START);
    private final List<OutboxEngine> engines = List.of(
            new OutboxEngine(source, clock, SupersededTest::company),
            new OutboxEngine(source, clock, SupersededTest::company));
    private final List<Told> told = new CopyOnWriteArrayList<>();
    private final Random random = new Random(20_261_126);

    @BeforeEach
    void talk() {
        LongStream.rangeClosed(1, 30).forEach(id -> PlainDownstream.conversation(jdbc, id));
    }

    @AfterEach
    void close() {
        engines.forEach(OutboxEngine::close);
        source.close();
    }

    @Test
    void of_a_ticket_that_is_there_only_the_last_state_is_told_and_every_message_in_its_place() {
        add(1, Kind.TICKET, 1);
        add(1, Kind.MESSAGE, 10);
        add(1, Kind.TICKET, 2);
        add(1, Kind.STATUS, 3);
        add(1, Kind.MESSAGE, 11);
        add(1, Kind.TICKET, 4);
        engines.forEach(engine -> engine.start(this::take));
        settle();

        assertThat(told)
                .extracting(Told::key)
                .containsExactly("1:ticket:1", "1:message:10", "1:message:11", "1:ticket:4");
        assertThat(outcomes()).containsExactly("created", "changed", "superseded", "superseded", "changed", "changed");
    }

    @Test
    void what_was_parked_and_is_tried_again_does_not_overwrite_what_was_told_since() {
        add(1, Kind.TICKET, 1);
        add(1, Kind.TICKET, 2);
        engines.forEach(engine -> engine.start(dispatch -> CompletableFuture.completedFuture(
                dispatch.reference() == 1
                        ? new Refused("helpdesk answered 422")
                        : take(dispatch).join())));
        settle();
        assertThat(told).extracting(Told::key).containsExactly("1:ticket:2");

        jdbc.sql("UPDATE delivery SET state = 'due' WHERE state = 'parked'").update();
        settle();
        assertThat(told).extracting(Told::key).containsExactly("1:ticket:2");
        assertThat(outcomes()).containsExactly("superseded", "created");
    }

    @Test
    void though_the_helpdesk_fails_now_and_then_each_conversation_is_told_in_order_and_to_its_last_state() {
        for (var reference = 1; reference <= 20; reference++) {
            for (var conversation = 1; conversation <= 30; conversation++) {
                var kind = reference == 1
                        ? Kind.TICKET
                        : List.of(Kind.TICKET, Kind.STATUS, Kind.MESSAGE).get(random.nextInt(3));
                add(conversation, kind, reference);
            }
        }
        engines.forEach(engine -> engine.start(this::takeOrFail));
        settle();

        for (var conversation = 1L; conversation <= 30; conversation++) {
            var id = conversation;
            var heard = told.stream().filter(each -> each.conversation() == id).toList();
            assertThat(heard).extracting(Told::reference).isSorted().doesNotHaveDuplicates();
            assertThat(heard).extracting(Told::reference).containsAll(references(id, "kind = 'message'"));
            assertThat(heard)
                    .filteredOn(each -> each.kind() != Kind.MESSAGE)
                    .last()
                    .extracting(Told::reference)
                    .isEqualTo(references(id, "kind <> 'message'").stream().reduce(0L, Math::max));
        }
        assertThat(outcomes()).contains("superseded");
    }

    private CompletableFuture<DeliveryOutcome> take(Dispatch dispatch) {
        long conversation = Objects.requireNonNull(dispatch.conversation());
        var isNew = told.stream().noneMatch(each -> each.conversation() == conversation);
        told.add(new Told(conversation, dispatch.kind(), dispatch.reference()));
        return CompletableFuture.completedFuture(
                new Delivered("T" + conversation, null, isNew ? "created" : "changed"));
    }

    private synchronized CompletableFuture<DeliveryOutcome> takeOrFail(Dispatch dispatch) {
        return random.nextInt(3) == 0
                ? CompletableFuture.completedFuture(new Retry("helpdesk answered 503", Duration.ofSeconds(1)))
                : take(dispatch);
    }

    private void add(long conversation, Kind kind, long reference) {
        var ticket = new Ticket(
                kind.label(),
                "",
                "",
                "",
                1,
                null,
                new Ticket.Person("1", null, null),
                "",
                null,
                "",
                "",
                "",
                "",
                null,
                "",
                List.of(),
                List.of(),
                "",
                null);
        jdbc.sql("INSERT INTO delivery (downstream, conversation, kind, reference, body, state, created_at, not_before)"
                        + " VALUES (:downstream, :conversation, :kind, :reference, :body, 'due', :at, :at)")
                .param("downstream", PlainDownstream.NAME)
                .param("conversation", conversation)
                .param("kind", kind.label())
                .param("reference", reference)
                .param(
                        "body",
                        commands.write(new Delivery(PlainDownstream.NAME, conversation, kind, reference, ticket)))
                .param("at", START.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Lets time pass until nothing is due or under way any more; both at one instant, as what is due may start in between. */
    private void settle() {
        do {
            clock.pass(LOOK);
            OutboxEngine.look(engines, () -> !isThere("state = 'sending'"));
        } while (isThere("state IN ('due', 'sending')"));
    }

    private boolean isThere(String condition) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM delivery WHERE " + condition + ")")
                .query(Boolean.class)
                .single();
    }

    private List<String> outcomes() {
        return jdbc.sql("SELECT outcome FROM delivery ORDER BY id")
                .query(String.class)
                .list();
    }

    private List<Long> references(long conversation, String condition) {
        return jdbc.sql("SELECT reference FROM delivery WHERE conversation = ? AND " + condition)
                .param(conversation)
                .query(Long.class)
                .list();
    }

    private static Company company() {
        return PlainDownstream.company(8, null);
    }

    private record Told(long conversation, Kind kind, long reference) {
        String key() {
            return conversation + ":" + kind.label() + ":" + reference;
        }
    }
}
