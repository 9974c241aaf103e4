package dev.rota.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.rota.desk.Attachment;
import dev.rota.desk.ExampleCompany;
import dev.rota.desk.Number.Mode;
import dev.rota.desk.Reply;
import dev.rota.desk.Role;
import dev.rota.desk.Source;
import dev.rota.desk.Viewer;
import dev.rota.desk.Wording;
import dev.rota.inquiry.Content;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a message brings is noted with it; who may not see the conversation sees no file of it. */
class BroughtFilesTest {

    private static final String MARIA = "5511987651234";
    private static final Content PHOTO = new Content.Media("image", "M1", "image/jpeg", "olha só", null);

    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void each_file_is_noted_whoever_sent_it_and_words_are_not() {
        desk.hear(Source.CUSTOMER, MARIA, "w1", PHOTO, null);
        desk.hear(Source.CUSTOMER, MARIA, "w2", new Content.Text("oi"), null);
        desk.hear(Source.PHONE_APP, MARIA, "w3", new Content.Media("document", "M2", null, null, "fatura.pdf"), null);

        assertThat(desk.brought)
                .extracting(Attachment::media, Attachment::type, Attachment::name, Attachment::number)
                .containsExactly(
                        tuple("M1", "image", null, Desk.SUPORTE), tuple("M2", "document", "fatura.pdf", Desk.SUPORTE));
        assertThat(desk.brought).allMatch(file -> file.conversation() == desk.conversationOf(MARIA));
    }

    @Test
    void of_a_number_in_shadow_mode_nothing_is_fetched() {
        desk.mode(Mode.SHADOW);

        desk.hear(Source.CUSTOMER, MARIA, "w1", PHOTO, null);

        assertThat(desk.brought).isEmpty();
    }

    @Test
    void an_answer_takes_an_upload_along_once() {
        desk.hear(Source.CUSTOMER, MARIA, "w1", PHOTO, null);
        var conversation = desk.conversationOf(MARIA);
        var owner = desk.whole(conversation).summary().owner();
        var agent = desk.agent(Objects.requireNonNull(owner).id());
        var epoch = desk.epoch(conversation);
        var seen = desk.whole(conversation).summary().lastMessageId();
        var answer = new Answering(epoch, seen, new Wording.Upload("document", 5, "a fatura", "fatura.pdf"), null);

        assertThatThrownBy(() -> desk.commands.reply(conversation, answer, agent))
                .hasMessage("there is no such upload to this conversation, or it was sent already");
        assertThat(desk.whole(conversation).messages()).as("nothing is said").hasSize(1);

        desk.uploads.add(5L);
        desk.commands.reply(conversation, answer, agent);

        var said = desk.whole(conversation).messages().get(1);
        assertThat(said.type()).isEqualTo("document");
        assertThat(said.text()).isEqualTo("a fatura");
        assertThat(said.content()).isEqualTo(new Content.Media("document", "", null, "a fatura", "fatura.pdf"));
        assertThat(desk.told).anyMatch(delivery -> delivery.body() instanceof Reply reply && reply.bringsFile());
    }

    @Test
    void whoever_answers_or_manages_has_a_file_fetched_anew_and_nobody_else() {
        desk.hear(Source.CUSTOMER, MARIA, "w1", PHOTO, null);
        var conversation = desk.conversationOf(MARIA);
        var owner = desk.agent(
                Objects.requireNonNull(desk.whole(conversation).summary().owner())
                        .id());
        var files = new ConversationConfiguration()
                .fileRetries(
                        desk.jdbc,
                        new TransactionTemplate(new DataSourceTransactionManager(desk.source)),
                        () -> desk.company,
                        desk.files);
        desk.uploads.add(5L);
        var told = desk.count("SELECT count(*) FROM feed");

        assertThatThrownBy(() -> files.retry(conversation, 5, ExampleCompany.BIA))
                .as("of another team")
                .isInstanceOf(Refusal.NotFound.class);
        var colleague = new Viewer("davi", "Davi", Role.AGENT, owner.teams());
        assertThatThrownBy(() -> files.retry(conversation, 5, colleague)).isInstanceOf(Refusal.Forbidden.class);
        var auditor = new Viewer("lee", "Lee", Role.AUDITOR, Set.of());
        assertThatThrownBy(() -> files.retry(conversation, 5, auditor)).hasMessage("the role auditor only looks");
        assertThat(desk.uploads).containsExactly(5L);

        assertThat(files.retry(conversation, 5, owner)).isTrue();
        assertThat(desk.count("SELECT count(*) FROM feed")).isEqualTo(told + 1);
        assertThat(files.retry(conversation, 5, owner)).isFalse();
        assertThat(desk.count("SELECT count(*) FROM feed"))
                .as("nothing is told of")
                .isEqualTo(told + 1);
        desk.uploads.add(6L);
        assertThat(files.retry(conversation, 6, desk.admin())).isTrue();
    }

    @Test
    void a_message_shows_its_file_and_nobody_else_finds_it() {
        desk.hear(Source.CUSTOMER, MARIA, "w1", PHOTO, null);
        var conversation = desk.conversationOf(MARIA);
        desk.jdbc
                .sql("INSERT INTO media (conversation, message, number, type, name, mime_type, size, sha256, state,"
                        + " created_at, not_before) SELECT conversation, id, '1', type, 'a.jpg', 'image/jpeg', 7, 'abc',"
                        + " 'kept', now(), now() FROM message")
                .update();
        var files = new InboxConfiguration().sentFiles(desk.jdbc, () -> desk.company);

        var media = Objects.requireNonNull(
                desk.whole(conversation).messages().get(0).media());

        assertThat(media).isEqualTo(new Whole.Media(media.id(), "kept", "a.jpg", "image/jpeg", 7L, null, null));
        assertThat(files.find(conversation, media.id(), ExampleCompany.ANA))
                .contains(new SentFiles.Found(media, "image", "abc"));
        assertThat(files.find(conversation, media.id(), ExampleCompany.BIA))
                .as("of another team")
                .isEmpty();
        assertThat(files.find(conversation + 1, media.id(), ExampleCompany.ANA))
                .as("of another conversation")
                .isEmpty();
        assertThat(files.find(conversation, media.id() + 1, ExampleCompany.ANA)).isEmpty();
    }
}
