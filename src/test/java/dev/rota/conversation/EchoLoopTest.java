package dev.rota.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rota.desk.Delivery;
import dev.rota.desk.Status;
import dev.rota.desk.Ticket;
import dev.rota.desk.TicketNews;
import dev.rota.desk.TicketNews.Note;
import dev.rota.desk.TicketNews.Owner;
import dev.rota.desk.TicketNews.Reply;
import dev.rota.desk.TicketNews.Standing;
import dev.rota.desk.TicketNews.What;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A helpdesk that calls back for everything that it is told, as if somebody there had done it: the exchange comes to rest. */
class EchoLoopTest {

    private static final int MOST_CALLS = 40;

    private final Desk desk = new Desk();
    private final long conversation = AnasTicket.in(desk);
    private int read;
    private int calls;

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void nothing_goes_round_however_much_is_told_at_once() {
        var before = muchIsTold();

        comeToRest(null);

        assertThat(calls).as("calls").isBetween(8, MOST_CALLS - 1);
        assertThat(desk.state(conversation)).isEqualTo(before);
        assertThat(sentToTheCustomer()).as("messages to the customer").isEqualTo(1);
    }

    /** Also where the Kamelet does not know the account that Rota writes with. */
    @Test
    void nor_does_what_an_account_did_that_is_nobody_s_here() {
        var before = muchIsTold();

        comeToRest("100");

        assertThat(calls).as("calls").isBetween(8, MOST_CALLS - 1);
        assertThat(desk.state(conversation)).isEqualTo(before);
        assertThat(sentToTheCustomer()).isEqualTo(1);
    }

    /** The control, and why Rota writes with an account of its own: here it writes with that of an agent. */
    @Test
    void what_names_an_agent_is_a_wish_but_no_word_of_ours_is_said_to_the_customer_twice() {
        var before = muchIsTold();

        comeToRest("3901");

        assertThat(desk.state(conversation)).isNotEqualTo(before);
        assertThat(sentToTheCustomer()).isEqualTo(1);
    }

    /** Six steps before the helpdesk hears of the first. */
    private String muchIsTold() {
        var ana = desk.agent("ana");
        desk.commands.reply(conversation, Answering.text(desk.epoch(conversation), lastMessage(), "Bom dia"), ana);
        desk.notes.write(conversation, "VIP", ana);
        desk.commands.assign(conversation, desk.epoch(conversation), "davi", "he knows the case", desk.admin());
        desk.commands.close(conversation, desk.epoch(conversation), desk.admin());
        desk.commands.reopen(conversation, desk.epoch(conversation), desk.admin());
        desk.commands.assign(conversation, desk.epoch(conversation), "ana", null, desk.admin());
        return desk.state(conversation);
    }

    /** Brings what is due to the helpdesk, which calls back at once, until there is nothing left. */
    private void comeToRest(@Nullable String by) {
        while (read < desk.told.size() && calls < MOST_CALLS) {
            var delivery = desk.told.get(read++);
            if (delivery.downstream().equals("helpdesk") && delivery.body() instanceof Ticket ticket) {
                brought(delivery, ticket);
                desk.pass(Duration.ofMillis(100));
                echo(ticket, by);
            }
        }
    }

    private void echo(Ticket ticket, @Nullable String by) {
        call(new Standing(Status.of(ticket.status())), by);
        var owner = ticket.owner();
        call(new Owner(owner == null ? null : owner.externalId()), by);
        for (var line : ticket.messages()) {
            var text = line.text() + "\n\n[rota-m-" + line.id() + "]";
            call(ticket.op().equals("note") ? new Note(text) : new Reply(text), by);
        }
    }

    private void call(What what, @Nullable String by) {
        desk.newsroom.hear(new TicketNews("helpdesk", "echo-" + calls++, "77", null, what, by, desk.clock.instant()));
    }

    /** As the outbox keeps what it has brought. */
    private void brought(Delivery delivery, Ticket ticket) {
        var body = JsonNodeFactory.instance.objectNode().put("status", ticket.status());
        var owner = ticket.owner();
        body.set("owner", owner == null ? body.nullNode() : named(owner));
        desk.jdbc
                .sql("UPDATE delivery SET state = 'done', body = :body WHERE downstream = 'helpdesk'"
                        + " AND conversation = :conversation AND kind = :kind AND reference = :reference")
                .param("body", body.toString().getBytes(StandardCharsets.UTF_8))
                .param("conversation", conversation)
                .param("kind", delivery.kind().label())
                .param("reference", delivery.reference())
                .update();
    }

    private static ObjectNode named(Ticket.Owner owner) {
        return JsonNodeFactory.instance.objectNode().put("externalId", owner.externalId());
    }

    private long sentToTheCustomer() {
        return desk.told.stream()
                .filter(each -> each.kind() == Delivery.Kind.REPLY)
                .count();
    }

    private long lastMessage() {
        return desk.count("SELECT max(id) FROM message WHERE conversation = " + conversation);
    }
}
