package dev.rota.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.rota.desk.Attachments;
import dev.rota.desk.DeliveryOutcome;
import dev.rota.desk.DeliveryOutcome.Closed;
import dev.rota.desk.DeliveryOutcome.Delivered;
import dev.rota.desk.DeliveryOutcome.Refused;
import dev.rota.desk.DeliveryOutcome.Retry;
import dev.rota.desk.FileKind;
import dev.rota.desk.Reply;
import dev.rota.desk.Signal;
import dev.rota.desk.Signals;
import dev.rota.desk.Wording;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;

/** A file that an agent sends goes to Meta first; whatever becomes of it there, no message is ever said twice. */
@SpringBootTest(
        classes = MediaAlone.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "camel.main.routes-include-pattern=file:routes/80-reply.camel.yaml,file:routes/failures.camel.yaml",
            "rota.media.folder=target/upload-folder"
        })
@DirtiesContext
class SendingFilesTest {

    private static final String SUPORTE = "106540352242923";
    private static final byte[] PDF = "%PDF-1.7 a bill".getBytes(StandardCharsets.UTF_8);

    @DynamicPropertySource
    static void meta(DynamicPropertyRegistry properties) {
        properties.add("rota.graph-url", () -> MediaAlone.META.url().toString());
    }

    private final FakeMeta meta = MediaAlone.META;

    @Autowired
    Uploads uploads;

    @Autowired
    Attachments attachments;

    @Autowired
    Leftovers leftovers;

    @Autowired
    Signals signals;

    @Autowired
    ProducerTemplate routes;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void a_conversation_and_an_empty_folder() throws IOException {
        meta.heal();
        meta.posted.clear();
        FileSystemUtils.deleteRecursively(Path.of("target/upload-folder"));
        jdbc.sql("TRUNCATE customer CASCADE").update();
        jdbc.sql("INSERT INTO customer (id, created_at) VALUES (1, now())").update();
        jdbc.sql("INSERT INTO conversation (id, protocol, number, customer, status, queue, request_type, priority,"
                        + " epoch, opened_at, last_message_at, closed_at)"
                        + " VALUES (1, '1', ?, 1, 'closed', 'support', 'support', 2, 1, now(), now(), now())")
                .param(SUPORTE)
                .update();
    }

    @Test
    void the_file_goes_first_and_then_the_message_by_metas_id_once() throws Exception {
        var upload = take(PDF, "fatura maio.pdf");

        var first = send(upload, "a sua fatura");

        assertThat(first).isEqualTo(new Retry("its file is at Meta now, and the message follows", null));
        assertThat(meta.posted).hasSize(1);
        assertThat(meta.posted.element())
                .startsWith("/v26.0/" + SUPORTE + "/media")
                .contains(
                        "name=\"messaging_product\"",
                        "whatsapp",
                        "name=\"type\"",
                        "application/pdf",
                        "%PDF-1.7 a bill");

        assertThat(send(upload, "a sua fatura")).isInstanceOf(Delivered.class);
        assertThat(meta.posted).hasSize(2);
        assertThat(meta.posted.stream().skip(1).findFirst().orElseThrow())
                .startsWith("/v26.0/" + SUPORTE + "/messages")
                .contains(
                        "\"document\":{\"id\":\"UP1\",\"caption\":\"a sua fatura\",\"filename\":\"fatura maio.pdf\"}");
    }

    @Test
    void what_meta_has_forgotten_goes_there_again() throws Exception {
        var upload = take(PDF, "fatura.pdf");
        send(upload, null);
        MediaAlone.CLOCK.pass(Duration.ofDays(30));

        assertThat(send(upload, null)).isInstanceOf(Retry.class);
        assertThat(meta.posted).hasSize(2).allMatch(posted -> posted.contains("/media"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500 | 131000 | Retry   | Meta's error 131000: Meta is not available at the moment",
                "500 | 0      | Closed  | Meta's error 0: Meta refuses the access token; put a new one in its place",
                "401 | 190    | Closed  | Meta's error 190: Meta refuses the access token; put a new one in its place",
                "400 | 131053 | Refused | Meta's error 131053: Meta could not take the file",
                "400 | 999999 | Refused | Meta answered 400, error 999999",
                "502 | 999999 | Retry   | Meta did not take the file, and did not say why",
                "200 | 999999 | Retry   | Meta did not take the file, and did not say why",
            })
    void as_long_as_its_file_is_not_there_nothing_is_said(int status, int code, String kind, String reason)
            throws Exception {
        meta.status = status;
        meta.error = "{\"error\":{\"code\":" + code + "}}";

        var outcome = send(take(PDF, "fatura.pdf"), null);

        assertThat(outcome.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(reason(outcome)).isEqualTo(reason);
        assertThat(meta.posted).hasSize(1).allMatch(posted -> posted.contains("/media"));
    }

    @Test
    void an_upload_that_breaks_off_has_said_nothing_and_is_tried_again() throws Exception {
        meta.fault = FakeMeta.Fault.HANGS_UP;

        assertThat(send(take(PDF, "fatura.pdf"), null))
                .isEqualTo(new Retry("the file could not be brought to Meta", null));
    }

    @Test
    void a_message_whose_file_is_gone_is_refused() throws Exception {
        var upload = take(PDF, "fatura.pdf");
        FileSystemUtils.deleteRecursively(Path.of("target/upload-folder"));

        assertThat(send(upload, null)).isEqualTo(new Refused("its file is not in the media folder any more"));
        jdbc.sql("UPDATE media SET state = 'removed', sha256 = NULL").update();
        assertThat(send(upload, null)).isEqualTo(new Refused("its file is not in the media folder any more"));
        assertThat(meta.posted).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4d5a90000300000004000000ffff | fatura.pdf | Meta takes no files of type application/x-msdownload; expected one of image/jpeg, image/png,",
                "3c68746d6c3e3c626f64793e     | leia.txt   | Meta takes no files of type text/html;",
                "474946383961                 | foto.gif   | Meta takes no files of type image/gif;",
                "''                           | nada.txt   | Meta takes files of type document of 1 byte to 100 MB; this one has 0 bytes",
            })
    void what_meta_would_not_take_is_refused_with_the_limit(String hex, String name, String reason) {
        assertThatThrownBy(() -> take(HexFormat.of().parseHex(hex), name))
                .isInstanceOf(NotSendable.class)
                .hasMessageStartingWith(reason);

        assertThat(Path.of("target/upload-folder/arriving").toFile().list()).isEmpty();
        assertThat(jdbc.sql("SELECT count(*) FROM media").query(Long.class).single())
                .isZero();
    }

    @Test
    void a_photo_of_a_byte_too_many_is_refused() {
        var start = new ByteArrayInputStream(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0});
        var rest = new ByteArrayInputStream(new byte[(int) FileKind.IMAGE.largest() - 3]);

        assertThatThrownBy(() -> take(new SequenceInputStream(start, rest), "foto.jpg"))
                .hasMessage("Meta takes files of type image of 1 byte to 5 MB; this one has 5242881 bytes");
    }

    @Test
    void an_upload_is_sent_once_and_in_its_own_conversation_only() throws Exception {
        var upload = take(PDF, "fatura.pdf");
        assertThat(uploads.find(1, upload.id())).contains(upload);
        assertThat(uploads.find(2, upload.id())).isEmpty();
        var message = jdbc.sql("INSERT INTO message (conversation, direction, type, text, at)"
                        + " VALUES (1, 'out', 'document', '', now()) RETURNING id")
                .query(Long.class)
                .single();

        assertThat(attachments.attach(upload.id(), 2, message)).isFalse();
        assertThat(attachments.attach(upload.id(), 1, message)).isTrue();
        assertThat(attachments.attach(upload.id(), 1, message)).isFalse();
        assertThat(uploads.find(1, upload.id())).isEmpty();
    }

    @Test
    void what_is_not_sent_within_a_day_is_forgotten() throws Exception {
        take(PDF, "fatura.pdf");
        assertThat(leftovers.clear()).isZero();

        MediaAlone.CLOCK.pass(Duration.ofHours(25));

        assertThat(leftovers.clear()).isEqualTo(1);
        assertThat(jdbc.sql("SELECT count(*) FROM media").query(Long.class).single())
                .isZero();
    }

    @Test
    void a_sign_to_a_customer_goes_out_beside_the_messages() {
        signals.give(new Signal("suporte", "wamid.IN1", true));

        await().untilAsserted(() -> assertThat(meta.posted).hasSize(1));
        assertThat(meta.posted.element())
                .startsWith("/v26.0/" + SUPORTE + "/messages")
                .contains("\"status\":\"read\"", "\"message_id\":\"wamid.IN1\"", "typing_indicator");
    }

    private Upload take(byte[] bytes, String name) throws IOException, NotSendable {
        return take(new ByteArrayInputStream(bytes), name);
    }

    private Upload take(InputStream bytes, String name) throws IOException, NotSendable {
        return uploads.take(1, SUPORTE, bytes, name, "ana");
    }

    private DeliveryOutcome send(Upload upload, @Nullable String caption) {
        var wording = new Wording.Upload(upload.type(), upload.id(), caption, upload.name());
        var sent = routes.send("direct:downstream.whatsapp", exchange -> {
            exchange.setVariable("attempt", 1);
            exchange.getMessage().setBody(new Reply("7", "suporte", "5511987654321", null, null, wording));
        });
        assertThat(sent.getException()).isNull();
        return sent.getMessage().getBody(DeliveryOutcome.class);
    }

    private static String reason(DeliveryOutcome outcome) {
        if (outcome instanceof Retry retry) {
            return retry.reason();
        }
        return outcome instanceof Closed closed ? closed.reason() : ((Refused) outcome).reason();
    }
}
