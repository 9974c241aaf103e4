package dev.rota.media;

import dev.rota.desk.Attachment;
import dev.rota.desk.Attachments;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/** Conversations whose customers send files: routes, table and folder are real, and Meta is played. */
@SpringBootTest(
        classes = MediaAlone.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "camel.main.routes-include-pattern=file:routes/85-media.camel.yaml,file:routes/failures.camel.yaml",
            "rota.media.keep-free=0B",
            "rota.media.folder=target/media-folder"
        })
@DirtiesContext
abstract class FilesArriving {

    static final String SUPORTE = "106540352242923";
    static final byte[] PHOTO = photo("a photo");
    private static final AtomicLong EVENTS = new AtomicLong();

    @DynamicPropertySource
    static void meta(DynamicPropertyRegistry properties) {
        properties.add("rota.graph-url", () -> MediaAlone.META.url().toString());
    }

    final FakeMeta meta = MediaAlone.META;

    @Autowired
    Attachments attachments;

    @Autowired
    DueFiles due;

    @Autowired
    MediaFolder folder;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void two_conversations_and_an_empty_folder() throws IOException {
        meta.heal();
        meta.files.clear();
        meta.brought.clear();
        meta.asked.clear();
        MediaAlone.TOUCHED.clear();
        jdbc.sql("TRUNCATE customer CASCADE").update();
        FileSystemUtils.deleteRecursively(Path.of("target/media-folder"));
        for (var id : List.of(1, 2)) {
            jdbc.sql("INSERT INTO customer (id, created_at) VALUES (?, now())")
                    .param(id)
                    .update();
            jdbc.sql("INSERT INTO conversation (id, protocol, number, customer, status, queue, request_type, priority,"
                            + " epoch, opened_at, last_message_at, closed_at)"
                            + " VALUES (?, ?::text, ?, ?, 'closed', 'support', 'support', 2, 1, now(), now(), now())")
                    .params(id, id, SUPORTE, id)
                    .update();
        }
        MediaAlone.CLOCK.pass(Duration.ofHours(1)); // what rests, rests no longer
    }

    static byte[] photo(String of) {
        var bytes = new byte[100 + of.length()];
        System.arraycopy(of.getBytes(StandardCharsets.UTF_8), 0, bytes, 100, of.length());
        bytes[0] = (byte) 0xff;
        bytes[1] = (byte) 0xd8;
        bytes[2] = (byte) 0xff;
        bytes[3] = (byte) 0xe0;
        return bytes;
    }

    void brings(long conversation, String media, String type, @Nullable String name) {
        var event = EVENTS.incrementAndGet();
        transaction.executeWithoutResult(status -> {
            jdbc.sql(
                            "INSERT INTO message (conversation, event, direction, type, text, at) VALUES (?, ?, 'in', ?, '', now())")
                    .params(conversation, event, type)
                    .update();
            attachments.expect(List.of(new Attachment(
                    event, conversation, SUPORTE, type, media, "image/jpeg", name, MediaAlone.CLOCK.instant())));
        });
    }

    void later(Duration time) {
        MediaAlone.CLOCK.pass(time);
        due.wake();
    }

    Path kept(byte[] bytes) {
        return folder.find(FakeMeta.sha256(bytes)).orElseThrow();
    }

    long id(String media) {
        return jdbc.sql("SELECT id FROM media WHERE meta_id = ?")
                .param(media)
                .query(Long.class)
                .single();
    }

    String state(String media) {
        return jdbc.sql("SELECT state || ' ' || mime_type || ' ' || coalesce(size::text, '-') || ' '"
                        + " || coalesce(last_error, '-') FROM media WHERE meta_id = ?")
                .param(media)
                .query(String.class)
                .single();
    }

    long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    static long arriving() {
        var names = Path.of("target/media-folder/arriving").toFile().list();
        return names == null ? 0 : names.length;
    }
}
