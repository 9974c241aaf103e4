package dev.rota.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.desk.ExampleCompany;
import dev.rota.desk.Signal;
import dev.rota.desk.Source;
import dev.rota.desk.Viewer;
import dev.rota.inquiry.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Customers see that whoever is responsible for them attends to them, and never who else looks. */
class AttentionTest {

    private static final String MARIA = "5511987651234";

    private final Desk desk = new Desk();
    private final List<Signal> signals = new ArrayList<>();
    private final Attention attention = new SeenAttention(desk.jdbc, () -> desk.company, signals::add, true, true);
    private long conversation;
    private Viewer owner = ExampleCompany.ADMIN;

    @BeforeEach
    void maria_has_written() {
        desk.hear(Source.CUSTOMER, MARIA, "w1", new Content.Text("oi"), null);
        desk.hear(Source.CUSTOMER, MARIA, "w2", new Content.Text("tem alguém aí?"), null);
        conversation = desk.conversationOf(MARIA);
        owner = desk.agent(
                Objects.requireNonNull(desk.whole(conversation).summary().owner())
                        .id());
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void what_the_customer_wrote_last_is_what_is_read() {
        attention.reads(conversation, owner);
        attention.types(conversation, owner);

        assertThat(signals).containsExactly(new Signal("suporte", "w2", false), new Signal("suporte", "w2", true));
    }

    @Test
    void nobody_sees_who_else_looks() {
        attention.reads(conversation, ExampleCompany.ADMIN);
        attention.types(conversation, ExampleCompany.OTTO);
        attention.reads(conversation + 1, owner);
        desk.commands.close(conversation, desk.epoch(conversation), owner);
        attention.reads(conversation, owner);

        assertThat(signals).isEmpty();
    }

    @Test
    void a_company_may_want_none_of_it() {
        new SeenAttention(desk.jdbc, () -> desk.company, signals::add, false, true).reads(conversation, owner);
        new SeenAttention(desk.jdbc, () -> desk.company, signals::add, true, false).types(conversation, owner);

        assertThat(signals).isEmpty();
    }

    @Test
    void without_a_database_nobody_is_told_and_nobody_is_disturbed() {
        desk.source.close();

        attention.reads(conversation, owner);

        assertThat(signals).isEmpty();
    }
}
