package dev.rota.conversation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.rota.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Overrides on two engines with one database, of which one hears of them a moment later. */
class OverrideEnginesTest {

    private static final String MARIA = "5511911111111";
    private static final String JOAO = "5511922222222";

    private final HikariDataSource source = TestDatabase.fresh();
    private final RuledDesk first = new RuledDesk(new Desk(source));
    private final RuledDesk second = new RuledDesk(new Desk(source));
    private final Desk one = first.desk;
    private final Desk other = second.desk;

    @AfterEach
    void close() {
        first.close();
        second.close();
    }

    @Test
    void what_is_put_on_one_engine_works_on_the_other_at_its_next_look() {
        put();

        other.overrides.due().look();
        hear(second, MARIA);

        assertThat(one.state(one.conversationOf(MARIA))).startsWith("waiting on-call");
    }

    @Test
    void an_engine_that_has_not_heard_of_it_yet_takes_nothing_back() {
        hear(first, MARIA);
        put();

        other.redecisions.run();

        assertThat(one.state(one.conversationOf(MARIA))).startsWith("waiting on-call");
    }

    @Test
    void what_such_an_engine_decides_meanwhile_is_put_right_within_a_second() {
        put();

        hear(second, MARIA);
        assertThat(one.state(one.conversationOf(MARIA))).startsWith("waiting sales");
        one.redecisions.run();

        assertThat(one.state(one.conversationOf(MARIA))).startsWith("waiting on-call");
    }

    @Test
    void what_such_an_engine_gives_to_somebody_meanwhile_stays_theirs_and_is_marked() {
        put();
        other.company = second.everybody;

        hear(second, MARIA);
        var conversation = one.conversationOf(MARIA);
        assertThat(one.state(conversation)).startsWith("in_progress sales");
        assertThat(one.whole(conversation).summary().override()).isNull();
        one.overrides.due().look();

        assertThat(one.state(conversation)).startsWith("in_progress sales");
        assertThat(requireNonNull(one.whole(conversation).summary().override()).by())
                .isEqualTo("otto");
    }

    @Test
    void an_end_on_one_engine_holds_on_the_other() {
        hear(first, MARIA);
        var id = put();
        other.overrides.due().look();

        other.overrides.overrides().end(id, other.admin());
        one.overrides.due().look();
        hear(first, JOAO);

        assertThat(one.state(one.conversationOf(MARIA))).startsWith("waiting sales");
        assertThat(one.state(one.conversationOf(JOAO))).startsWith("waiting sales");
    }

    @Test
    void other_rules_leave_it_in_force_and_one_whose_queue_has_gone_says_so() {
        hear(first, MARIA);
        var id = put();

        one.swap("set-2", one.company, first.renamed("set-2"));
        one.redecisions.run();
        assertThat(one.state(one.conversationOf(MARIA))).startsWith("waiting on-call");
        assertThat(one.count("SELECT count(*) FROM decision WHERE route_set = 'set-2' AND override = " + id))
                .isEqualTo(1);

        one.company = Companies.withoutQueue(one.company, "on-call");

        assertThat(one.overrides.overrides().list())
                .singleElement()
                .extracting(StandingOverride::state, StandingOverride::problem)
                .containsExactly("in_force", "there is no queue 'on-call' in config/queues.yaml any more");
    }

    private long put() {
        return requireNonNull(first.put("on-call").id());
    }

    private static void hear(RuledDesk desk, String from) {
        desk.hear(from, "fibre", "quero um plano");
    }
}
