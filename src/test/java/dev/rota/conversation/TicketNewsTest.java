package dev.rota.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.desk.NewsOutcome;
import dev.rota.desk.Status;
import dev.rota.desk.TicketNews;
import dev.rota.desk.TicketNews.Note;
import dev.rota.desk.TicketNews.Owner;
import dev.rota.desk.TicketNews.Reply;
import dev.rota.desk.TicketNews.Standing;
import dev.rota.desk.TicketNews.What;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a helpdesk tells of the ticket of one conversation, which is Ana's there and here. */
class TicketNewsTest {

    private static final String ANA = "3901";
    private static final String DAVI = "3902";

    private final Desk desk = new Desk();
    private final long conversation = AnasTicket.in(desk);
    private int keys;

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void an_answer_of_whoever_is_responsible_goes_to_the_customer_and_not_back_to_where_it_came_from() {
        assertThat(hear(new Reply("Bom dia, já olho"), ANA)).isEqualTo(NewsOutcome.DONE);

        assertThat(said("out")).containsExactly("ana: Bom dia, já olho");
        assertThat(told()).containsExactly("whatsapp.suporte reply");
    }

    @Test
    void the_same_news_again_does_nothing_however_often_it_comes() {
        var news = news(new Reply("Bom dia"), ANA);

        assertThat(desk.newsroom.hear(news)).isEqualTo(NewsOutcome.DONE);
        assertThat(desk.newsroom.hear(news)).isEqualTo(NewsOutcome.NOTHING);

        assertThat(said("out")).hasSize(1);
    }

    @Test
    void the_same_news_on_two_engines_at_the_same_moment_has_one_effect() throws Exception {
        var engines = Executors.newFixedThreadPool(2);
        try {
            for (var round = 0; round < 20; round++) {
                var news = news(new Note("bravo " + round), ANA);
                var together = new CyclicBarrier(2);
                Callable<NewsOutcome> hearing = () -> {
                    together.await();
                    return desk.newsroom.hear(news);
                };
                var outcomes = engines.invokeAll(List.of(hearing, hearing));
                assertThat(List.of(outcomes.get(0).get(), outcomes.get(1).get()))
                        .containsExactlyInAnyOrder(NewsOutcome.DONE, NewsOutcome.NOTHING);
            }
        } finally {
            engines.shutdownNow();
        }
        assertThat(notes()).hasSize(20);
    }

    @Test
    void an_answer_of_somebody_else_is_not_sent_and_the_ticket_says_why() {
        assertThat(hear(new Reply("Eu respondo"), DAVI)).isEqualTo(NewsOutcome.REFUSED);

        assertThat(said("out")).isEmpty();
        assertThat(notes())
                .containsExactly("rota: The answer in helpdesk was not sent to the customer: Ana Prado is responsible;"
                        .replace(";", " and answers"));
        assertThat(told()).containsExactly("helpdesk note");
        assertThat(reason()).isEqualTo("Ana Prado is responsible and answers");
    }

    @Test
    void an_answer_of_somebody_whom_nobody_here_knows_is_not_sent_and_the_sentence_names_the_remedy() {
        assertThat(hear(new Reply("Oi"), "9999")).isEqualTo(NewsOutcome.REFUSED);

        assertThat(reason())
                .isEqualTo("nobody in config/teams.yaml has the id '9999' there; expected ids: {helpdesk: \"9999\"}"
                        + " with an agent");
    }

    @Test
    void an_answer_after_the_window_has_closed_is_not_sent() {
        desk.pass(Duration.ofHours(25));

        assertThat(hear(new Reply("Ainda está sem internet?"), ANA)).isEqualTo(NewsOutcome.REFUSED);

        assertThat(reason()).contains("the 24 h window is closed");
    }

    @Test
    void an_answer_over_one_that_the_ticket_did_not_show_yet_is_not_sent_and_the_next_is() {
        desk.commands.reply(
                conversation,
                Answering.text(desk.epoch(conversation), lastMessage(), "Pelo painel"),
                desk.agent("ana"));
        desk.pass(Duration.ofSeconds(5));

        assertThat(hear(new Reply("Pelo helpdesk"), ANA)).isEqualTo(NewsOutcome.REFUSED);
        assertThat(reason()).startsWith("somebody else answered, and the ticket did not show it yet");

        desk.jdbc
                .sql("UPDATE delivery SET state = 'done', outcome = 'changed', not_before = ? WHERE kind = 'message'")
                .param(Unnest.timestamp(desk.clock.instant()))
                .update();
        desk.pass(Duration.ofSeconds(5));

        assertThat(hear(new Reply("Pelo helpdesk"), ANA)).isEqualTo(NewsOutcome.DONE);
    }

    @Test
    void two_answers_of_the_same_ticket_are_both_sent_however_close_together() {
        assertThat(hear(new Reply("um"), ANA)).isEqualTo(NewsOutcome.DONE);
        assertThat(hear(new Reply("dois"), ANA)).isEqualTo(NewsOutcome.DONE);

        assertThat(said("out")).containsExactly("ana: um", "ana: dois");
    }

    @Test
    void where_the_helpdesk_does_not_say_who_answered_it_was_whoever_is_responsible() {
        assertThat(hear(new Reply("Oi"), null)).isEqualTo(NewsOutcome.DONE);

        assertThat(said("out")).containsExactly("ana: Oi");
    }

    @Test
    void what_we_wrote_there_ourselves_is_no_news() {
        assertThat(hear(new Reply("caiu a internet\n-- rota-m-4711"), DAVI)).isEqualTo(NewsOutcome.NOTHING);
        assertThat(hear(new Note("rota-m-4712"), DAVI)).isEqualTo(NewsOutcome.NOTHING);

        assertThat(said("out")).isEmpty();
        assertThat(notes()).isEmpty();
        assertThat(told()).isEmpty();
    }

    @Test
    void another_owner_there_is_the_owner_here_and_is_not_told_back() {
        assertThat(hear(new Owner(DAVI), DAVI)).isEqualTo(NewsOutcome.DONE);

        assertThat(desk.state(conversation)).startsWith("in_progress support davi");
        assertThat(lastChange()).isEqualTo("assigned by davi: Davi Luz assigned it in helpdesk");
        assertThat(told()).isEmpty();
        assertThat(hear(new Owner(DAVI), DAVI)).isEqualTo(NewsOutcome.NOTHING);
    }

    @Test
    void an_owner_who_is_of_no_team_of_the_queue_is_refused_and_nothing_changes() {
        var before = desk.state(conversation);

        assertThat(hear(new Owner("3914"), "3914")).isEqualTo(NewsOutcome.DONE);
        desk.commands.move(conversation, desk.epoch(conversation), "billing", desk.admin());

        assertThat(hear(new Owner("3914"), "3914")).isEqualTo(NewsOutcome.REFUSED);
        assertThat(reason()).isEqualTo("Gil Ramos is not in a team of queue billing");
        assertThat(desk.state(conversation)).isNotEqualTo(before).doesNotContain(" gil ");
    }

    @Test
    void a_ticket_that_is_nobodys_any_more_gives_its_conversation_back() {
        assertThat(hear(new Owner(null), ANA)).isEqualTo(NewsOutcome.DONE);

        assertThat(desk.jdbc
                        .sql("SELECT what || ' ' || why FROM change WHERE conversation = ? AND what = 'released'")
                        .param(conversation)
                        .query(String.class)
                        .list())
                .containsExactly("released Ana Prado gave it back in helpdesk");
    }

    @Test
    void closed_there_is_closed_here_and_open_there_is_open_here() {
        assertThat(hear(new Standing(Status.CLOSED), ANA)).isEqualTo(NewsOutcome.DONE);
        assertThat(desk.state(conversation)).startsWith("closed");
        assertThat(hear(new Standing(Status.CLOSED), ANA)).isEqualTo(NewsOutcome.NOTHING);
        assertThat(told()).isEmpty();

        assertThat(hear(new Standing(Status.IN_PROGRESS), ANA)).isEqualTo(NewsOutcome.DONE);
        assertThat(desk.state(conversation)).doesNotStartWith("closed");
    }

    @Test
    void an_old_ticket_is_not_opened_again_beside_a_newer_conversation() {
        hear(new Standing(Status.CLOSED), ANA);
        desk.pass(Duration.ofHours(30));
        desk.hear(AnasTicket.CUSTOMER, "oi de novo", "support");

        assertThat(hear(new Standing(Status.IN_PROGRESS), ANA)).isEqualTo(NewsOutcome.REFUSED);
        assertThat(reason()).startsWith("the customer has a newer conversation that is open, 2026");
    }

    @Test
    void a_note_is_for_colleagues_and_never_for_the_customer() {
        assertThat(hear(new Note("cliente bravo"), ANA)).isEqualTo(NewsOutcome.DONE);

        assertThat(notes()).containsExactly("ana: cliente bravo");
        assertThat(told()).isEmpty();
    }

    @Test
    void a_ticket_that_no_conversation_has_is_not_ours_and_one_whose_making_is_not_settled_is_found_by_its_reference() {
        var strange = new TicketNews("helpdesk", "k", "78", "rota-999999", new Reply("oi"), ANA, desk.clock.instant());
        assertThat(desk.newsroom.hear(strange)).isEqualTo(NewsOutcome.STRANGE);

        desk.jdbc.sql("DELETE FROM ticket").update();
        var unsettled = new TicketNews(
                "helpdesk", "k", "77", "rota-" + conversation, new Reply("oi"), ANA, desk.clock.instant());
        assertThat(desk.newsroom.hear(unsettled)).isEqualTo(NewsOutcome.DONE);
    }

    private NewsOutcome hear(What what, @Nullable String by) {
        return desk.newsroom.hear(news(what, by));
    }

    private TicketNews news(What what, @Nullable String by) {
        return new TicketNews("helpdesk", "key-" + keys++, "77", null, what, by, desk.clock.instant());
    }

    private List<String> said(String direction) {
        return desk.jdbc
                .sql("SELECT author || ': ' || text FROM message WHERE direction = ? ORDER BY id")
                .param(direction)
                .query(String.class)
                .list();
    }

    private List<String> notes() {
        return desk.jdbc
                .sql("SELECT author || ': ' || text FROM note ORDER BY id")
                .query(String.class)
                .list();
    }

    private List<String> told() {
        return desk.told.stream()
                .map(each -> each.downstream() + " " + each.kind().label())
                .toList();
    }

    private String reason() {
        return desk.jdbc
                .sql("SELECT reason FROM ticket_news WHERE outcome = 'refused'")
                .query(String.class)
                .single();
    }

    private String lastChange() {
        return desk.jdbc
                .sql("SELECT what || ' by ' || by || ': ' || why FROM change WHERE conversation = ? ORDER BY epoch DESC"
                        + " LIMIT 1")
                .param(conversation)
                .query(String.class)
                .single();
    }

    private long lastMessage() {
        return desk.count("SELECT max(id) FROM message WHERE conversation = " + conversation);
    }
}
