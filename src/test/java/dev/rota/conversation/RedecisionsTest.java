package dev.rota.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.desk.Agent;
import dev.rota.desk.Company;
import dev.rota.desk.Queue;
import dev.rota.inquiry.Inquiry;
import dev.rota.routing.Decision;
import dev.rota.routing.Priority;
import dev.rota.routing.Triage;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What other rules do to conversations that the rules before have decided. */
class RedecisionsTest {

    private static final String MARIA = "5511911111111";

    private final Desk desk = new Desk();
    private final Company everybody = desk.company;
    private final Company nobody = with(Map.of(), everybody.queues());
    private final List<Inquiry> asked = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void what_waits_is_decided_again_from_its_record_as_of_now() {
        var conversation = waiting("on-call");
        desk.pass(Duration.ofHours(13));

        desk.swap("set-2", nobody, decides("set-2", "billing"));
        desk.redecisions.run();

        assertThat(desk.state(conversation)).startsWith("waiting billing - 2");
        assertThat(asked).singleElement().satisfies(inquiry -> {
            assertThat(inquiry.text()).isEqualTo("caiu minha fibra");
            assertThat(inquiry.shift()).isEqualTo("night");
            assertThat(inquiry.facts())
                    .filteredOn(fact -> fact.name().equals("shift"))
                    .hasSize(1);
            assertThat(inquiry.at().toInstant()).isEqualTo(desk.clock.instant());
        });
        assertThat(texts("SELECT what || ' by ' || by || ': ' || why FROM change ORDER BY epoch"))
                .last()
                .isEqualTo("moved by rota: the rules were changed; they had said on-call");
        assertThat(texts("SELECT route_set FROM decision ORDER BY id")).containsExactly("set-1", "set-2");
        assertThat(texts("SELECT conversation || ' ' || epoch FROM moved")).containsExactly(conversation + " 2");
    }

    @Test
    void what_stays_where_it_is_takes_no_step_but_its_new_priority() {
        var conversation = waiting("on-call");

        desk.swap("set-2", nobody, inquiry -> decision("set-2", "on-call", Priority.URGENT));
        desk.redecisions.run();
        desk.redecisions.run();

        assertThat(desk.state(conversation)).isEqualTo("waiting on-call - 1");
        assertThat(desk.count("SELECT priority FROM conversation")).isEqualTo(Priority.URGENT.rank());
        assertThat(desk.count("SELECT count(*) FROM moved")).isZero();
        assertThat(desk.count("SELECT count(*) FROM decision")).as("once").isEqualTo(2);
    }

    @Test
    void what_moves_to_somebody_who_is_free_is_theirs_in_the_same_moment() {
        var conversation = waiting("on-call");

        desk.swap("set-2", everybody, decides("set-2", "support"));
        desk.redecisions.run();

        assertThat(desk.state(conversation)).matches("in_progress support \\w+ 3");
        assertThat(desk.tickets(conversation)).hasSize(1);
    }

    @Test
    void who_has_a_conversation_keeps_it() {
        desk.hear(MARIA, "caiu minha fibra", "support");
        var conversation = desk.conversationOf(MARIA);
        var before = desk.state(conversation);

        desk.swap("set-2", everybody, decides("set-2", "billing"));
        desk.redecisions.run();

        assertThat(before).startsWith("in_progress support");
        assertThat(desk.state(conversation)).isEqualTo(before);
        assertThat(asked).isEmpty();
    }

    @Test
    void an_owner_who_has_left_the_files_gives_it_back_and_is_free_of_it() {
        desk.hear(MARIA, "caiu minha fibra", "support");
        var conversation = desk.conversationOf(MARIA);
        var owner = owner(conversation);

        desk.swap("set-2", nobody, decides("set-2", "on-call"));
        desk.redecisions.run();

        assertThat(desk.state(conversation)).startsWith("waiting on-call -");
        assertThat(texts("SELECT what || ' by ' || by || ': ' || why FROM change ORDER BY epoch"))
                .contains("returned by rota: " + owner + " is no longer in config/teams.yaml");
        assertThat(desk.count("SELECT open FROM agent_load WHERE agent = '" + owner + "'"))
                .isZero();
        assertThat(desk.count("SELECT count(*) FROM assignment WHERE to_at IS NULL"))
                .isZero();
    }

    @Test
    void an_owner_with_less_room_than_before_keeps_what_is_theirs_and_gets_no_more() {
        desk.hear(MARIA, "caiu minha fibra", "support");
        var owner = owner(desk.conversationOf(MARIA));
        desk.swap("set-2", onlyWith(owner, 1), decides("set-2", "support"));
        desk.redecisions.run();

        desk.hear("5511922222222", "caiu minha fibra", "support");

        assertThat(desk.state(desk.conversationOf(MARIA))).startsWith("in_progress support " + owner);
        assertThat(desk.state(desk.conversationOf("5511922222222"))).startsWith("waiting support -");
    }

    @Test
    void what_a_person_has_moved_stays_there_while_there_is_such_a_queue() {
        var conversation = waiting("on-call");
        desk.commands.move(conversation, 1, "billing", desk.admin());

        desk.swap("set-2", nobody, decides("set-2", "support"));
        desk.redecisions.run();
        assertThat(desk.state(conversation)).startsWith("waiting billing");

        desk.swap("set-3", withoutQueue("billing"), decides("set-3", "on-call"));
        desk.redecisions.run();
        assertThat(desk.state(conversation)).startsWith("waiting on-call");
    }

    @Test
    void an_engine_that_other_engines_are_ahead_of_decides_nothing_again() {
        var conversation = waiting("on-call");
        desk.swap("set-2", nobody, decides("set-2", "billing"));
        desk.jdbc.sql("INSERT INTO rules (hash) VALUES ('set-3')").update();
        desk.jdbc
                .sql("INSERT INTO swap (rules, at, engine) VALUES ('set-3', now(), 'two')")
                .update();

        desk.redecisions.run();

        assertThat(desk.state(conversation)).isEqualTo("waiting on-call - 1");
    }

    @Test
    void what_was_erased_or_came_for_a_number_that_has_gone_is_left_where_it_is() {
        var conversation = waiting("on-call");
        desk.jdbc.sql("UPDATE decision SET inquiry = '{}'").update();

        desk.swap("set-2", nobody, decides("set-2", "billing"));
        desk.redecisions.run();

        assertThat(desk.state(conversation)).isEqualTo("waiting on-call - 1");
        assertThat(texts("SELECT rules FROM conversation")).containsExactly("set-2");
    }

    @Test
    void hundreds_are_decided_again_in_one_go() {
        desk.company = nobody;
        for (var n = 0; n < 250; n++) {
            desk.hear("55119%08d".formatted(n), "caiu minha fibra", "on-call");
        }

        desk.swap("set-2", nobody, decides("set-2", "billing"));
        desk.redecisions.run();

        assertThat(desk.count("SELECT count(*) FROM conversation WHERE queue = 'billing' AND rules = 'set-2'"))
                .isEqualTo(250);
        assertThat(desk.count("SELECT count(*) FROM moved")).isEqualTo(250);
    }

    private long waiting(String queue) {
        desk.company = nobody;
        desk.hear(MARIA, "caiu minha fibra", queue);
        return desk.conversationOf(MARIA);
    }

    private Triage decides(String rules, String queue) {
        return inquiry -> {
            asked.add(inquiry);
            return decision(rules, queue, Priority.NORMAL);
        };
    }

    private static Decision decision(String rules, String queue, Priority priority) {
        return new Decision("support", queue, priority, null, rules, List.of());
    }

    private String owner(long conversation) {
        return texts("SELECT owner FROM conversation WHERE id = " + conversation)
                .get(0);
    }

    private List<String> texts(String sql) {
        return desk.jdbc.sql(sql).query(String.class).list();
    }

    private Company onlyWith(String name, int capacity) {
        var agent = Objects.requireNonNull(everybody.agents().get(name));
        var busy = new Agent(name, agent.title(), agent.team(), capacity, agent.skills(), agent.ids());
        return with(Map.of(name, busy), everybody.queues());
    }

    private Company withoutQueue(String name) {
        var others = new HashMap<>(everybody.queues());
        others.remove(name);
        return with(Map.of(), others);
    }

    private Company with(Map<String, Agent> agents, Map<String, Queue> queues) {
        var now = desk.company;
        return new Company(
                now.apps(),
                now.numbers(),
                now.teams(),
                agents,
                queues,
                now.requestTypes(),
                now.fallback(),
                now.downstreams(),
                now.timetable());
    }
}
