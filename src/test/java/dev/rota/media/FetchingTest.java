package dev.rota.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rota.desk.Attachment;
import dev.rota.desk.Attachments;
import dev.rota.desk.Backoff;
import dev.rota.desk.Company;
import dev.rota.desk.Erasable;
import dev.rota.desk.FetchOutcome.Fetched;
import dev.rota.desk.FetchOutcome.Later;
import dev.rota.desk.Settled;
import dev.rota.desk.Traces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
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
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/** Files on their way from Meta, of which much can go wrong: they come later, or never, and say why. */
@SpringBootTest(
        classes = MediaAlone.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "camel.main.routes-include-pattern=file:routes/85-media.camel.yaml,file:routes/failures.camel.yaml",
            "rota.media.keep-free=0B",
            "rota.media.folder=target/media-folder"
        })
@DirtiesContext
class FetchingTest {

    private static final String SUPORTE = "106540352242923";
    private static final byte[] PHOTO = photo("a photo");
    private static final AtomicLong EVENTS = new AtomicLong();

    @DynamicPropertySource
    static void meta(DynamicPropertyRegistry properties) {
        properties.add("rota.graph-url", () -> MediaAlone.META.url().toString());
    }

    private final FakeMeta meta = MediaAlone.META;

    @Autowired
    Attachments attachments;

    @Autowired
    DueFiles due;

    @Autowired
    MediaTable table;

    @Autowired
    Settled settled;

    @Autowired
    MediaFolder folder;

    @Autowired
    Leftovers leftovers;

    @Autowired
    Erasable erasure;

    @Autowired
    Supplier<Company> company;

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

    @Test
    void a_file_is_fetched_at_once_by_its_id_and_lies_under_its_hash() throws IOException {
        meta.files.put("M1", PHOTO);

        brings(1, "M1", "image", null);

        await().untilAsserted(() -> assertThat(state("M1")).isEqualTo("kept image/jpeg " + PHOTO.length + " -"));
        assertThat(meta.asked).containsExactly("/v26.0/M1?phone_number_id=" + SUPORTE);
        assertThat(Files.readAllBytes(kept(PHOTO))).isEqualTo(PHOTO);
        await().untilAsserted(() -> assertThat(MediaAlone.TOUCHED).containsExactly(1L));
        assertThat(arriving()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "STALE_ADDRESS     | the address that Meta gave had ended",
                "WRONG_HASH        | the bytes do not have the SHA-256 that Meta told",
                "WEB_PAGE          | Meta's host sent something of type text/html for image",
                "CUT_OFF           | the download broke off (ConnectionClosedException)",
                "TEN_TIMES_AS_MUCH | Meta's host sent more than the 107 bytes that Meta told",
                "PRIVATE_ADDRESS   | Meta gave an address at '10.0.0.1', which is not among rota.media.hosts",
                "OTHER_HOST        | Meta gave an address at 'lookaside.fbsbx.com.example', which is not among rota.media.hosts",
                "PLAIN_HTTP        | Meta gave an address that is not https",
                "REDIRECT          | Meta's host sends elsewhere, and nothing is followed",
                "NO_ADDRESS        | Meta answered 200 without an address",
                "NO_JSON           | Meta answered 200 without an address",
                "HOST_ANSWERS_500  | Meta's host answered 500",
            })
    void what_goes_wrong_is_told_and_tried_again_until_the_file_is_there(FakeMeta.Fault fault, String reason) {
        meta.files.put("M2", PHOTO);
        meta.fault = fault;

        brings(1, "M2", "image", null);

        await().untilAsserted(() -> assertThat(state("M2")).isEqualTo("due image/jpeg - " + reason));
        assertThat(folder.find(FakeMeta.sha256(PHOTO))).isEmpty();
        assertThat(arriving()).as("nothing is left of it").isZero();

        meta.heal();
        later(Duration.ofMinutes(1));

        await().untilAsserted(() -> assertThat(state("M2")).startsWith("kept image/jpeg"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500 | 131000 | Meta's error 131000: Meta is not available at the moment",
                "400 | 100    | Meta's error 100: it does not know the file, or the token may not see it",
                "401 | 190    | Meta's error 190: Meta refuses the access token; put a new one in its place",
                "400 | 80007  | Meta's error 80007: the app calls Meta more often than it may",
                "403 | 999999 | Meta answered 403: Meta refuses the access token; put a new one in its place",
                "429 | 999999 | Meta answered 429: the app calls more often than it may",
                "500 | 999999 | Meta answered 500, error 999999",
            })
    void an_error_of_metas_is_told_and_the_file_comes_when_it_is_over(int status, int code, String reason) {
        meta.files.put("M3", PHOTO);
        meta.status = status;
        meta.error = "{\"error\":{\"code\":" + code + ",\"message\":\"in Meta's words\"}}";

        brings(1, "M3", "image", null);

        await().untilAsserted(() -> assertThat(state("M3")).isEqualTo("due image/jpeg - " + reason));
        meta.heal();
        later(Duration.ofMinutes(2));
        await().untilAsserted(() -> assertThat(state("M3")).startsWith("kept"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''     | it is larger than the 100 MB up to which files are kept (rota.media.largest)",
                "131052 | Meta's error 131052: Meta could not take the file",
            })
    void what_never_will_be_there_is_given_up_at_once(String code, String reason) {
        meta.files.put("M4", PHOTO);
        meta.fault = FakeMeta.Fault.TOO_LARGE;
        if (!code.isEmpty()) {
            meta.status = 400;
            meta.error = "{\"error\":{\"code\":" + code + "}}";
        }

        brings(1, "M4", "image", null);

        await().untilAsserted(() -> assertThat(state("M4")).isEqualTo("failed image/jpeg - " + reason));
        assertThat(meta.brought).as("not a byte was fetched").isEmpty();
    }

    @Test
    void when_meta_has_forgotten_it_the_file_is_given_up_and_the_message_stays() {
        meta.error = "{\"error\":{\"code\":131000}}";
        meta.status = 500;
        brings(1, "M5", "image", null);
        await().untilAsserted(() -> assertThat(state("M5")).startsWith("due"));

        later(Duration.ofDays(7));

        await().untilAsserted(() -> assertThat(state("M5"))
                .isEqualTo("failed image/jpeg - Meta keeps a file for seven days, and they are over: Meta's error"
                        + " 131000: Meta is not available at the moment"));
        assertThat(count("SELECT count(*) FROM message")).isEqualTo(1);
    }

    @Test
    void while_a_token_is_refused_the_number_rests_and_nothing_else_of_it_is_tried() {
        meta.files.put("M6", PHOTO);
        meta.files.put("M7", PHOTO);
        meta.error = "{\"error\":{\"code\":190}}";
        meta.status = 401;
        brings(1, "M6", "image", null);
        await().untilAsserted(() -> assertThat(state("M6")).contains("error 190"));

        brings(1, "M7", "image", null);
        var asked = meta.asked.size();
        later(Duration.ofSeconds(30));
        await().during(Duration.ofMillis(600)).until(() -> meta.asked.size() == asked);

        meta.heal();
        later(Duration.ofSeconds(31));
        await().untilAsserted(() -> assertThat(state("M6") + state("M7")).matches("kept .*kept .*"));
    }

    @Test
    void without_hash_and_size_the_bytes_speak_for_themselves() {
        meta.files.put("M8", PHOTO);
        meta.toldHash = false;
        meta.toldSize = false;
        meta.fault = FakeMeta.Fault.WEB_PAGE;
        brings(1, "M8", "image", null);
        await().untilAsserted(() -> assertThat(state("M8")).contains("sent something of type text/html for image"));

        meta.fault = FakeMeta.Fault.NONE;
        later(Duration.ofMinutes(1));
        await().untilAsserted(() -> assertThat(state("M8")).startsWith("kept image/jpeg"));
    }

    @Test
    void a_document_is_what_its_bytes_are_and_not_what_it_is_called() {
        meta.files.put("M9", "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8));

        brings(1, "M9", "document", "fatura.pdf");

        await().untilAsserted(() -> assertThat(state("M9")).startsWith("kept text/html"));
    }

    @Test
    void an_id_that_would_lead_elsewhere_is_only_an_id() {
        brings(1, "../me?x=1#", "image", null);

        await().untilAsserted(() -> assertThat(state("../me?x=1#")).contains("error 100"));
        assertThat(meta.asked).allMatch(asked -> asked.startsWith("/v26.0/../me?x=1#?"));
    }

    @Test
    void whoever_has_lost_the_lease_keeps_nothing() throws IOException {
        meta.error = "{\"error\":{\"code\":131000}}";
        brings(1, "M10", "image", null);
        await().untilAsserted(() -> assertThat(state("M10")).contains("131000"));
        var bytes = Files.write(folder.arriving(), PHOTO);

        assertThat(table.keep(
                        id("M10"), UUID.randomUUID(), new Fetched(bytes, FakeMeta.sha256(PHOTO), 7, "image/jpeg")))
                .isEmpty();

        assertThat(state("M10")).startsWith("due");
        assertThat(folder.find(FakeMeta.sha256(PHOTO))).isEmpty();
        MediaFolder.delete(bytes);
    }

    @Test
    void a_file_whose_engine_died_is_due_again_when_its_lease_ends() {
        meta.files.put("M11", PHOTO);
        meta.error = "{\"error\":{\"code\":131000}}";
        brings(1, "M11", "image", null);
        await().untilAsserted(() -> assertThat(state("M11")).contains("131000"));
        meta.heal();
        MediaAlone.CLOCK.pass(Duration.ofMinutes(1));
        var taken = table.take(10, List.of());
        assertThat(taken).as("unless the engine was quicker").hasSizeLessThanOrEqualTo(1);

        later(MediaTable.LEASE.plusSeconds(1));

        await().untilAsserted(() -> assertThat(state("M11")).startsWith("kept"));
    }

    @Test
    void engines_that_look_at_once_never_fetch_the_same() {
        var other =
                new DueFiles(table, company, settled, new Backoff(RandomGenerator.getDefault()), MediaAlone.CLOCK, 4);
        var brought = new AtomicInteger();
        for (var n = 100; n < 160; n++) {
            meta.files.put("M" + n, photo("number " + n));
        }
        other.start(fetch -> {
            brought.incrementAndGet();
            return CompletableFuture.completedFuture(new Later("another engine", false));
        });
        for (var n = 100; n < 160; n++) {
            brings(1, "M" + n, "image", null);
        }

        await().untilAsserted(
                        () -> assertThat(count("SELECT count(*) FROM media WHERE lease_token IS NULL AND attempts = 1"))
                                .isEqualTo(60));
        other.stop();
        assertThat(brought.get() + meta.brought.size()).isEqualTo(60);
    }

    @Test
    void the_same_bytes_lie_there_once_and_go_with_the_last_who_was_sent_them() {
        meta.files.put("M12", PHOTO);
        meta.files.put("M13", PHOTO);
        brings(1, "M12", "image", "Maria.jpg");
        brings(2, "M13", "image", null);
        await().untilAsserted(() -> assertThat(state("M12") + state("M13")).matches("kept .*kept .*"));

        assertThat(erase(1)).isEqualTo(1);
        assertThat(folder.find(FakeMeta.sha256(PHOTO))).isPresent();
        assertThat(jdbc.sql(
                                "SELECT state || coalesce(name, '') || coalesce(meta_id, '') FROM media WHERE conversation = 1")
                        .query(String.class)
                        .single())
                .isEqualTo("removed");

        assertThat(erase(2)).isEqualTo(1);
        assertThat(folder.find(FakeMeta.sha256(PHOTO))).isEmpty();
        assertThat(erase(2)).as("done again").isZero();
    }

    @Test
    void what_no_row_names_any_more_is_cleared_away_and_nothing_else() throws IOException {
        meta.files.put("M14", PHOTO);
        brings(1, "M14", "image", null);
        await().untilAsserted(() -> assertThat(state("M14")).startsWith("kept"));
        var stray = photo("nobody's");
        folder.keep(Files.write(folder.arriving(), stray), FakeMeta.sha256(stray));
        var halfway = Files.write(folder.arriving(), stray);
        assertThat(halfway.toFile()
                        .setLastModified(MediaAlone.CLOCK
                                .instant()
                                .minus(Duration.ofHours(2))
                                .toEpochMilli()))
                .isTrue();
        var young = Files.write(folder.arriving(), stray);
        assertThat(young.toFile().setLastModified(MediaAlone.CLOCK.instant().toEpochMilli()))
                .isTrue();

        assertThat(leftovers.clear()).isEqualTo(2);

        assertThat(kept(PHOTO)).exists();
        assertThat(folder.find(FakeMeta.sha256(stray))).isEmpty();
        assertThat(halfway).doesNotExist();
        assertThat(young).exists();
        MediaFolder.delete(young);
    }

    private static byte[] photo(String of) {
        var bytes = new byte[100 + of.length()];
        System.arraycopy(of.getBytes(StandardCharsets.UTF_8), 0, bytes, 100, of.length());
        bytes[0] = (byte) 0xff;
        bytes[1] = (byte) 0xd8;
        bytes[2] = (byte) 0xff;
        bytes[3] = (byte) 0xe0;
        return bytes;
    }

    private void brings(long conversation, String media, String type, @Nullable String name) {
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

    private void later(Duration time) {
        MediaAlone.CLOCK.pass(time);
        due.wake();
    }

    private int erase(long conversation) {
        var traces = new Traces(conversation, Set.of(), Set.of(conversation), Set.of(), Set.of());
        return erasure.erase(traces).getOrDefault("media", -1);
    }

    private Path kept(byte[] bytes) {
        return folder.find(FakeMeta.sha256(bytes)).orElseThrow();
    }

    private long id(String media) {
        return jdbc.sql("SELECT id FROM media WHERE meta_id = ?")
                .param(media)
                .query(Long.class)
                .single();
    }

    private String state(String media) {
        return jdbc.sql("SELECT state || ' ' || mime_type || ' ' || coalesce(size::text, '-') || ' '"
                        + " || coalesce(last_error, '-') FROM media WHERE meta_id = ?")
                .param(media)
                .query(String.class)
                .single();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private static long arriving() {
        var names = Path.of("target/media-folder/arriving").toFile().list();
        return names == null ? 0 : names.length;
    }
}
