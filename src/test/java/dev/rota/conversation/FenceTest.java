package dev.rota.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two people at one conversation, whose screens may be behind: nobody answers over an answer that they have not seen. */
class FenceTest {

    private static final Instant NIGHT = Instant.parse("2026-11-24T23:30:00-03:00");
    private static final int DEPTH = 6;
    private static final List<String> PEOPLE = List.of("bia", "caio");
    private static final List<String> STEPS = List.of("disconnect", "claim", "reply", "reconnect");

    private final Desk desk = new Desk();
    private int customers;

    @AfterEach
    void close() {
        desk.close();
    }

    /**
     * Depth first; two ways to one situation have one continuation, so each situation is followed once for each depth
     * that is left.
     */
    @Test
    void of_every_interleaving_of_two_clients_none_ends_in_an_unseen_double_reply() {
        var known = new HashSet<String>();
        follow(List.of(), known);
        assertThat(known).hasSizeGreaterThan(100);
    }

    @Test
    void who_is_refused_is_told_what_was_said_and_may_send_it_anyway_with_a_reason() {
        var play = new Play();
        play.step("bia", "claim");
        play.step("bia", "reply");
        var stale = Answering.text(2, play.firstMessage, "olá");

        assertThatThrownBy(() -> desk.commands.reply(play.conversation, stale, desk.agent("bia")))
                .asInstanceOf(type(Refusal.Stale.class))
                .satisfies(refusal -> {
                    assertThat(refusal.since()).hasSize(1);
                    assertThat(refusal.since().get(0).author()).isEqualTo("bia");
                });
        assertThatThrownBy(() -> anyway(play, " ", "bia")).hasMessageContaining("needs a reason");
        assertThatThrownBy(() -> anyway(play, "I know better", "caio")).isInstanceOf(Refusal.Forbidden.class);

        anyway(play, "both belong together", "bia");
        assertThat(desk.jdbc
                        .sql("SELECT anyway FROM message WHERE anyway IS NOT NULL")
                        .query(String.class)
                        .list())
                .containsExactly("both belong together");
    }

    private void anyway(Play play, String reason, String by) {
        var text = Answering.text(1, null, "olá").wording();
        desk.commands.reply(play.conversation, new Answering(1, null, text, reason), desk.agent(by));
    }

    private void follow(List<String[]> path, Set<String> known) {
        for (var person : PEOPLE) {
            for (var step : STEPS) {
                var longer = new ArrayList<>(path);
                longer.add(new String[] {person, step});
                var play = new Play();
                longer.forEach(each -> play.step(each[0], each[1]));
                var situation = longer.size() + " " + play.situation();
                play.end();
                if (longer.size() < DEPTH && known.add(situation)) {
                    follow(longer, known);
                }
            }
        }
    }

    /** One conversation, and what each of the two sees of it. */
    private final class Play {

        private final long conversation;
        private final long firstMessage;
        private final View[] views = new View[2];

        Play() {
            desk.clock.set(NIGHT);
            var customer = "55119%08d".formatted(customers++);
            desk.hear(customer, "quero um plano", "sales");
            conversation = desk.conversationOf(customer);
            firstMessage = last("");
            views[0] = look(true);
            views[1] = look(true);
        }

        void step(String person, String step) {
            var me = PEOPLE.indexOf(person);
            var view = views[me];
            switch (step) {
                case "disconnect" -> views[me] = new View(false, view.epoch, view.seen);
                case "reconnect" -> views[me] = look(true);
                default -> command(person, step, view);
            }
            for (var n = 0; n < views.length; n++) {
                views[n] = views[n].live ? look(true) : views[n];
            }
        }

        private void command(String person, String step, View view) {
            var unseen = last(" AND direction = 'out'") > view.seen;
            try {
                switch (step) {
                    case "claim" -> desk.commands.claim(conversation, view.epoch, desk.agent(person));
                    default -> {
                        desk.commands.reply(
                                conversation, Answering.text(view.epoch, view.seen, "olá"), desk.agent(person));
                        assertThat(unseen)
                                .as("%s answered over an answer", person)
                                .isFalse();
                        assertThat(owner("coalesce(owner, '-')")).isEqualTo(person);
                    }
                }
            } catch (Refusal refused) {
                assertThat(refused).hasMessageMatching("(?s).{10,}");
            }
        }

        /** All that what happens next can depend on. */
        String situation() {
            var epoch = desk.epoch(conversation);
            var last = last("");
            var text = new StringBuilder(owner("concat(owner, ' ', given_back_by)"));
            for (var view : views) {
                text.append(' ').append(view.live).append(epoch - view.epoch).append(last - view.seen);
            }
            return text.toString();
        }

        /** So that the next play finds room. */
        void end() {
            desk.commands.close(conversation, desk.epoch(conversation), desk.admin());
        }

        private View look(boolean live) {
            return new View(live, desk.epoch(conversation), last(""));
        }

        private String owner(String column) {
            return desk.jdbc
                    .sql("SELECT " + column + " FROM conversation WHERE id = ?")
                    .param(conversation)
                    .query(String.class)
                    .single();
        }

        private long last(String condition) {
            return desk.count(
                    "SELECT coalesce(max(id), 0) FROM message WHERE conversation = " + conversation + condition);
        }
    }

    private record View(boolean live, int epoch, long seen) {}
}
