package dev.rota.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.desk.Delivery;
import dev.rota.desk.Heard;
import dev.rota.desk.Identity;
import dev.rota.desk.Identity.Kind;
import dev.rota.desk.Profile;
import dev.rota.desk.Reply;
import dev.rota.desk.Source;
import dev.rota.inquiry.Content;
import dev.rota.inquiry.Said;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A customer is a set of ids: who is who, who may be who, and where a reply goes. */
class IdentityTest {

    private static final Identity OLD = Desk.waId("5511900000001");
    private static final Identity NEW = Desk.waId("5511900000002");
    private static final Identity USER = Desk.userId("BR.1");
    private static final Identity OTHER_USER = Desk.userId("BR.2");

    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void when_two_ids_point_at_two_customers_the_strongest_wins_and_the_pair_is_remembered() {
        var lia = hear("oi", USER);
        var rui = hear("oi", OLD);
        var both = hear("quem sou eu", USER, OLD);

        assertThat(both).isEqualTo(lia).isNotEqualTo(rui);
        assertThat(candidates(lia)).containsExactly("came_together");
        assertThat(candidates(rui)).containsExactly("came_together");
        assertThat(hear("e eu", OLD)).as("no link was overwritten").isEqualTo(rui);
    }

    @ParameterizedTest
    @CsvSource({
        "5511987654321, 551187654321",
        "551187654321,  5511987654321",
        "5215512345678, 525512345678",
        "5491112345678, 541112345678"
    })
    void another_form_of_a_number_is_a_candidate_and_never_the_same_customer(String first, String second) {
        var one = hear("oi", Desk.waId(first));
        var other = hear("oi", Desk.waId(second));

        assertThat(other).isNotEqualTo(one);
        assertThat(candidates(one)).containsExactly("other_form");
        assertThat(candidates(other)).containsExactly("other_form");
    }

    @Test
    void two_forms_that_come_in_one_group_are_candidates_too() {
        var one = desk.turn(desk.message("5511987654321", "oi"), "support");
        var other = desk.turn(desk.message("551187654321", "oi"), "support");
        var done = List.of(desk.ledger.commit(one), desk.ledger.commit(other));
        done.forEach(CompletableFuture::join);

        assertThat(desk.count("SELECT count(*) FROM customer_candidate")).isEqualTo(1);
    }

    @Test
    void a_phone_that_was_told_recognises_nobody_but_makes_a_candidate() {
        var phone = new Identity(Kind.PHONE, "+55 11 90000-0001");
        var rui = hear("oi", OLD);
        var lia = hear("meu telefone", USER, phone);
        var ana = hear("o mesmo telefone", OTHER_USER, phone);

        assertThat(List.of(rui, lia, ana)).doesNotHaveDuplicates();
        assertThat(candidates(lia)).containsExactly("told_phone", "told_phone");
        assertThat(desk.whole(lia).summary().customer().phone()).isEqualTo("+55 11 90000-0001");
    }

    @Test
    void a_customer_who_changes_the_number_keeps_everything_and_the_old_number_recognises_nobody() {
        var lia = hear("oi", USER, OLD);
        desk.pass(Duration.ofMinutes(1));
        changed(List.of(USER, NEW), List.of(OLD));
        desk.pass(Duration.ofMinutes(1));

        assertThat(hear("número novo", NEW)).isEqualTo(lia);
        assertThat(desk.whole(lia).summary().customer().phone()).isEqualTo(NEW.value());
        assertThat(hear("sou outra pessoa", OLD)).isNotEqualTo(lia);
    }

    @Test
    void an_id_that_two_customers_leave_within_one_second_holds_nothing_up() {
        var lia = hear("oi", USER);
        changed(List.of(OTHER_USER), List.of(USER));
        var rui = hear("oi", USER, OLD);
        changed(List.of(NEW), List.of(USER));
        desk.pass(Duration.ofMinutes(1));

        assertThat(hear("de novo", OTHER_USER)).isEqualTo(lia);
        assertThat(hear("de novo", NEW)).isEqualTo(rui).isNotEqualTo(lia);
    }

    @Test
    void a_user_id_that_is_issued_anew_keeps_the_customer() {
        var lia = hear("oi", USER);
        changed(List.of(OTHER_USER), List.of(USER));
        desk.pass(Duration.ofMinutes(1));

        assertThat(hear("de novo", OTHER_USER)).isEqualTo(lia);
    }

    @Test
    void what_was_said_before_the_change_and_comes_after_it_is_the_customers_still() {
        var lia = hear("oi", OLD);
        desk.pass(Duration.ofMinutes(1));
        var late = message("mandei antes", OLD);
        desk.pass(Duration.ofMinutes(1));
        changed(List.of(NEW), List.of(OLD));
        desk.pass(Duration.ofMinutes(1));
        desk.commit(desk.turn(late, "support"));

        assertThat(desk.whole(lia).messages())
                .extracting(Whole.Message::text)
                .containsExactly("oi", "mandei antes", "mudou");
        assertThat(desk.count("SELECT count(*) FROM customer")).isEqualTo(1);
    }

    @Test
    void a_new_number_that_wrote_before_its_change_was_told_is_a_candidate() {
        var lia = hear("oi", OLD);
        var stranger = hear("número novo", NEW);
        desk.pass(Duration.ofMinutes(1));
        changed(List.of(NEW), List.of(OLD));

        assertThat(candidates(lia)).containsExactly("came_together");
        assertThat(hear("e agora", NEW)).isEqualTo(stranger);
    }

    @Test
    void names_are_kept_up_to_date_and_never_erased() {
        var lia = named(new Profile("Lia", null, null));
        assertThat(customer(lia).name()).isEqualTo("Lia");
        named(new Profile("Lia Brito", "lia.b", null));
        named(Profile.NONE);
        var late = desk.message(Source.CUSTOMER, OLD, "w-late", new Content.Text("antes"), null);
        desk.pass(Duration.ofMinutes(1));
        named(new Profile("Lia B.", null, null));
        desk.commit(desk.turn(
                new Heard.Message(
                        late.event(),
                        late.source(),
                        late.identities(),
                        List.of(),
                        Profile.named("Lia Old"),
                        late.said()),
                "support"));

        assertThat(customer(lia).name()).isEqualTo("Lia B.");
        assertThat(customer(lia).username()).isEqualTo("lia.b");
    }

    @Test
    void a_reply_goes_to_exactly_the_id_that_the_latest_message_came_from() {
        var conversation = hear("oi", USER, OLD);
        assertThat(reply(conversation)).extracting(Reply::to, Reply::recipient).containsExactly(OLD.value(), null);
        desk.pass(Duration.ofMinutes(1));
        hear("sem telefone", USER);
        assertThat(reply(conversation)).extracting(Reply::to, Reply::recipient).containsExactly(null, USER.value());
        desk.pass(Duration.ofMinutes(1));
        changed(List.of(USER, NEW), List.of(OLD));
        assertThat(reply(conversation)).extracting(Reply::to, Reply::recipient).containsExactly(NEW.value(), null);
    }

    @Test
    void a_reply_to_a_group_goes_to_the_group() {
        var conversation = hear("oi", new Identity(Kind.GROUP, "G1"));

        assertThat(reply(conversation))
                .extracting(Reply::to, Reply::recipient, Reply::group)
                .containsExactly(null, null, "G1");
    }

    @Test
    void a_candidate_is_named_only_to_who_may_see_the_customer() {
        var lia = hear("oi", USER);
        desk.commit(desk.turn(Heard.Message.of(desk.event(), List.of(OLD), Profile.named("Rui"), said("oi")), "sales"));
        hear("quem sou eu", USER, OLD);

        assertThat(desk.whole(lia).summary().customer().mayAlsoBe())
                .extracting(Summary.Candidate::name)
                .containsExactly("Rui");
        assertThat(desk.inbox
                        .find(lia, desk.agent("ana"))
                        .orElseThrow()
                        .summary()
                        .customer()
                        .mayAlsoBe())
                .hasSize(1)
                .extracting(Summary.Candidate::name)
                .containsOnlyNulls();
    }

    private long hear(String text, Identity... ids) {
        desk.commit(desk.turn(message(text, ids), "support"));
        return desk.count("SELECT conversation FROM message ORDER BY id DESC LIMIT 1");
    }

    private Heard.Message message(String text, Identity... ids) {
        return Heard.Message.of(desk.event(), List.of(ids), Profile.NONE, said(text));
    }

    private Said said(String text) {
        return Said.of("wamid." + UUID.randomUUID(), new Content.Text(text), desk.clock.instant());
    }

    private long named(Profile profile) {
        desk.pass(Duration.ofMinutes(1));
        desk.commit(desk.turn(Heard.Message.of(desk.event(), List.of(OLD), profile, said("oi")), "support"));
        return desk.conversationOf(OLD.value());
    }

    private void changed(List<Identity> ids, List<Identity> left) {
        var said = Said.of("w-change", new Content.Account("user_changed_number", "mudou"), desk.clock.instant());
        desk.commit(
                desk.turn(new Heard.Message(desk.event(), Source.CUSTOMER, ids, left, Profile.NONE, said), "support"));
    }

    private Summary.Customer customer(long conversation) {
        return desk.whole(conversation).summary().customer();
    }

    private List<String> candidates(long conversation) {
        return Objects.requireNonNull(customer(conversation).mayAlsoBe()).stream()
                .map(Summary.Candidate::reason)
                .toList();
    }

    private Reply reply(long conversation) {
        var owner = Objects.requireNonNull(desk.whole(conversation).summary().owner());
        desk.commands.reply(
                conversation,
                Answering.text(desk.epoch(conversation), (long) desk.count("SELECT max(id) FROM message"), "olá"),
                desk.agent(owner.id()));
        return desk.told.stream()
                .map(Delivery::body)
                .filter(Reply.class::isInstance)
                .map(Reply.class::cast)
                .reduce((first, last) -> last)
                .orElseThrow();
    }
}
