package dev.rota.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.desk.Effects;
import dev.rota.desk.Event;
import dev.rota.desk.Heard;
import dev.rota.desk.Identity;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is no part of any conversation: what customers want to hear of, and news of the numbers. */
class NewsTest {

    private static final String LIA = "5511900000001";
    private static final String MARKETING = "marketing_messages";

    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void the_latest_word_counts_in_whatever_order_they_come() {
        desk.hear(LIA, "oi", "support");
        desk.commit(preference(2, false, Desk.waId(LIA)));
        desk.commit(preference(1, true, Desk.waId(LIA)));

        assertThat(desk.whole(desk.conversationOf(LIA)).summary().customer().preferences())
                .containsExactly(new Summary.Preference(
                        MARKETING, false, Desk.TUESDAY_MORNING.minus(Duration.ofMinutes(8)), "suporte"));
    }

    @Test
    void a_stranger_becomes_a_customer_without_a_conversation() {
        desk.commit(preference(1, false, Desk.userId("BR.1")));
        assertThat(desk.count("SELECT count(*) FROM customer")).isEqualTo(1);
        assertThat(desk.count("SELECT count(*) FROM conversation")).isZero();

        desk.commit(desk.turn(desk.message(List.of(Desk.userId("BR.1"), Desk.waId(LIA)), "oi"), "support"));
        assertThat(desk.whole(desk.conversationOf(LIA)).summary().customer().preferences())
                .hasSize(1);
    }

    @Test
    void a_message_and_a_preference_of_a_stranger_in_one_group_are_of_one_customer() {
        desk.commit(new Heard.Notice(desk.event(), "security", null));
        Stream.<Effects>of(
                        desk.turn(desk.message(LIA, "oi"), "support"),
                        preference(1, false, Desk.waId(LIA)),
                        preference(2, true, Desk.waId(LIA)))
                .map(desk.ledger::commit)
                .toList()
                .forEach(done -> done.join());

        assertThat(desk.count("SELECT count(*) FROM customer")).isEqualTo(1);
        assertThat(desk.jdbc
                        .sql("SELECT wanted FROM customer_preference")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void notices_that_say_something_are_kept_newest_first_and_named_by_their_number() {
        desk.commit(new Heard.Notice(desk.event(), "flows", null));
        desk.commit(new Heard.Notice(desk.event(), "phone_number_quality_update", "The quality fell to yellow."));
        desk.pass(Duration.ofMinutes(1));
        var account = new Event(99, UUID.randomUUID(), "notice", 0, "", desk.clock.instant(), new byte[0]);
        desk.commit(new Heard.Notice(account, "account_update", "The account was restricted."));

        assertThat(new NoticeBoard(desk.jdbc, () -> desk.company, desk.templates).latest(10))
                .containsExactly(
                        new Notices.Notice("account_update", "The account was restricted.", null, desk.clock.instant()),
                        new Notices.Notice(
                                "phone_number_quality_update",
                                "The quality fell to yellow.",
                                "suporte",
                                Desk.TUESDAY_MORNING));
        assertThat(new NoticeBoard(desk.jdbc, () -> desk.company, desk.templates).latest(1))
                .hasSize(1);
    }

    private Heard.Preference preference(int minute, boolean wanted, Identity who) {
        var at = Desk.TUESDAY_MORNING.minus(Duration.ofMinutes(10 - minute));
        return new Heard.Preference(desk.event(), List.of(who), MARKETING, wanted, at);
    }
}
