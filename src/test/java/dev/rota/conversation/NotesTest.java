package dev.rota.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rota.desk.Role;
import dev.rota.desk.Viewer;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Notes are for people: nobody is kept from writing one, and nothing leaves the house. */
class NotesTest {

    private static final String LIA = "5511999990001";

    private final Desk desk = new Desk();
    private long conversation;

    @BeforeEach
    void somebody_has_written() {
        desk.hear(LIA, "caiu minha fibra", "support");
        conversation = desk.conversationOf(LIA);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void a_note_stands_in_the_conversation_and_is_told_to_nobody_outside() {
        var told = desk.told.size();
        var note = desk.notes.write(conversation, " roteador trocado ontem ", desk.agent("davi"));

        assertThat(desk.whole(conversation).notes())
                .containsExactly(new Whole.Note(note, desk.clock.instant(), "davi", "roteador trocado ontem"));
        assertThat(desk.told).hasSize(told);
        assertThat(desk.whole(conversation).messages()).hasSize(1);
    }

    @Test
    void whoever_sees_the_conversation_may_write_one_whatever_happened_meanwhile_and_answers_nobody_by_it() {
        var owner = desk.whole(conversation).summary().owner();
        var other = owner != null && owner.id().equals("davi") ? "eva" : "davi";
        desk.notes.write(conversation, "eu vi isso", desk.agent(other));
        var seen = desk.whole(conversation).summary().lastMessageId();
        desk.commands.reply(
                conversation,
                Answering.text(desk.epoch(conversation), seen, "olá"),
                desk.agent(String.valueOf(owner == null ? null : owner.id())));

        desk.commands.close(conversation, desk.epoch(conversation), desk.admin());
        desk.notes.write(conversation, "resolvido", desk.agent(other));
        assertThat(desk.whole(conversation).notes())
                .extracting(Whole.Note::text)
                .containsExactly("eu vi isso", "resolvido");
    }

    @Test
    void who_does_not_see_it_or_only_looks_writes_none_and_an_empty_one_is_none() {
        assertThatThrownBy(() -> desk.notes.write(conversation, "x", desk.agent("bia")))
                .isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(
                        () -> desk.notes.write(conversation, "x", new Viewer("vera", "Vera", Role.AUDITOR, Set.of())))
                .isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> desk.notes.write(conversation, " ", desk.admin()))
                .hasMessage("a note has 1 to 10000 characters; this one has 1");
        assertThatThrownBy(() -> desk.notes.write(conversation, "x".repeat(10_001), desk.admin()))
                .isInstanceOf(Refusal.Invalid.class);
        assertThat(desk.count("SELECT count(*) FROM note")).isZero();
    }
}
