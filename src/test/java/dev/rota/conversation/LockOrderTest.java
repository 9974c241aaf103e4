package dev.rota.conversation;

import static dev.rota.conversation.Companies.atShiftEnd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.desk.Agent;
import dev.rota.desk.Company;
import dev.rota.desk.Presence;
import dev.rota.desk.ShiftEnd;
import dev.rota.routing.Decision;
import dev.rota.routing.Priority;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * Queues by name, then agents by name: whoever waits for a lock holds none that comes later, so that no two transactions
 * wait for each other. In the morning Ana, Ivo and Zeca serve the queue support, in the evening Davi, Eva and Zeca.
 */
class LockOrderTest {

    private static final String CUSTOMER = "5511900000001";
    private static final String ANA = "SELECT FROM agent_load WHERE agent = 'ana' FOR UPDATE";
    private static final String ANYBODY = "SELECT FROM agent_load WHERE agent > 'ana' FOR UPDATE NOWAIT";
    private static final String EVERYBODY = "SELECT FROM agent_load FOR UPDATE NOWAIT";

    @Test
    void what_an_owner_who_has_left_the_files_gives_back_waits_for_its_queue_without_holding_them() throws Exception {
        try (var desk = new Desk()) {
            var conversation = zecas(desk);
            desk.swap("set-2", without(desk.company, "zeca"), inquiry -> decision());

            assertHoldsNot(desk, queue("support"), EVERYBODY, desk.redecisions::run);

            assertThat(desk.state(conversation)).matches("in_progress support (ana|ivo) \\d");
        }
    }

    @Test
    void and_for_its_people_in_the_order_of_their_names() throws Exception {
        try (var desk = new Desk()) {
            var conversation = zecas(desk);
            desk.swap("set-2", without(desk.company, "zeca"), inquiry -> decision());

            assertHoldsNot(desk, ANA, ANYBODY, desk.redecisions::run);

            assertThat(desk.state(conversation)).matches("in_progress support (ana|ivo) \\d");
        }
    }

    @Test
    void a_message_for_somebody_who_has_gone_waits_for_whoever_may_get_it_without_holding_them() throws Exception {
        try (var desk = new Desk()) {
            desk.company = atShiftEnd(desk.company, "support", new ShiftEnd.Return());
            var conversation = zecas(desk);
            desk.presences.declare("zeca", Presence.State.AWAY, null, desk.agent("zeca"));

            assertHoldsNot(desk, ANA, ANYBODY, () -> desk.hear(CUSTOMER, "alguém?", "support"));

            assertThat(desk.state(conversation)).matches("in_progress support (ana|ivo) \\d");
        }
    }

    @Test
    void what_was_kept_long_enough_waits_for_its_queue_without_holding_whoever_kept_it() throws Exception {
        try (var evening = new Evening(new ShiftEnd.KeepFor(Duration.ofMinutes(15)))) {
            var desk = evening.desk;
            var conversation = evening.talk(CUSTOMER, "olá");
            evening.strike();
            desk.pass(Duration.ofMinutes(15));

            assertHoldsNot(desk, queue("support"), EVERYBODY, desk.due::returnKept);

            assertThat(desk.state(conversation)).isEqualTo("in_progress support rui 4");
        }
    }

    @Test
    void what_an_undoing_gives_back_waits_for_its_former_queue_without_holding_anybody() throws Exception {
        try (var evening = new Evening(new ShiftEnd.Return())) {
            var desk = evening.desk;
            desk.hear(CUSTOMER, "an outage", "billing");
            var conversation = desk.conversationOf(CUSTOMER);
            evening.strike();
            assertThat(desk.state(conversation)).isEqualTo("in_progress on-call rui 3");
            var made = Objects.requireNonNull(evening.made().id());

            assertHoldsNot(desk, queue("billing"), EVERYBODY, () -> desk.switchovers.undo(made, desk.admin()));

            assertThat(desk.state(conversation)).isEqualTo("waiting billing - 4");
        }
    }

    /** Lets an operation come to a lock that somebody else has, who then wants more. */
    private static void assertHoldsNot(Desk desk, String held, String wanted, Runnable operation) throws Exception {
        try (var other = desk.source.getConnection()) {
            other.setAutoCommit(false);
            run(other, held);
            var waiting = CompletableFuture.runAsync(operation);
            Blocked.awaitOne(desk);
            run(other, wanted);
            other.commit();
            waiting.join();
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String queue(String name) {
        return "SELECT pg_advisory_xact_lock(hashtextextended('queue " + name + "', 0))";
    }

    /** A conversation that is Zeca's, whose name comes after all others. */
    private static long zecas(Desk desk) {
        desk.hear(CUSTOMER, "oi", "support");
        var conversation = desk.conversationOf(CUSTOMER);
        if (!desk.state(conversation).contains("zeca")) {
            desk.commands.assign(conversation, desk.epoch(conversation), "zeca", null, desk.admin());
        }
        return conversation;
    }

    private static Decision decision() {
        return new Decision("support", "support", Priority.NORMAL, null, "set-2", List.of());
    }

    private static Company without(Company company, String agent) {
        var others = new HashMap<String, Agent>(company.agents());
        others.remove(agent);
        return new Company(
                company.apps(),
                company.numbers(),
                company.teams(),
                others,
                company.queues(),
                company.requestTypes(),
                company.fallback(),
                company.downstreams(),
                company.timetable());
    }
}
