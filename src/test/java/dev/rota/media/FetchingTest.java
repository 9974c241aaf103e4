package dev.rota.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files on their way from Meta, of which much can go wrong: they come later, or never, and say why. */
class FetchingTest extends FilesArriving {

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
    void what_was_given_up_is_fetched_anew_once_for_who_asks_for_it() {
        meta.files.put("M10", PHOTO);
        meta.fault = FakeMeta.Fault.TOO_LARGE;
        brings(1, "M10", "image", null);
        await().untilAsserted(() -> assertThat(state("M10")).startsWith("failed"));
        meta.heal();

        assertThat(again(2, "M10")).as("of another conversation").isFalse();
        assertThat(state("M10")).startsWith("failed");
        assertThat(again(1, "M10")).isTrue();

        await().untilAsserted(() -> assertThat(state("M10")).isEqualTo("kept image/jpeg " + PHOTO.length + " -"));
        assertThat(again(1, "M10")).as("it is here").isFalse();
        assertThat(meta.brought).hasSize(1);
    }

    @Test
    void what_is_due_stays_as_it_is_however_often_it_is_asked_for() {
        meta.status = 500;
        meta.error = "{\"error\":{\"code\":131000}}";
        brings(1, "M11", "image", null);
        await().untilAsserted(() -> assertThat(state("M11")).contains("131000"));
        var row = row("M11");

        assertThat(again(1, "M11")).isFalse();

        assertThat(row("M11")).isEqualTo(row);
    }

    @Test
    void what_meta_has_forgotten_is_not_asked_for_again() {
        meta.fault = FakeMeta.Fault.TOO_LARGE;
        meta.files.put("M12", PHOTO);
        brings(1, "M12", "image", null);
        await().untilAsserted(() -> assertThat(state("M12")).startsWith("failed"));
        later(Duration.ofDays(7));

        assertThat(again(1, "M12")).isFalse();

        assertThat(state("M12")).startsWith("failed");
    }

    private boolean again(long conversation, String media) {
        return Boolean.TRUE.equals(transaction.execute(status -> attachments.again(id(media), conversation)));
    }

    private String row(String media) {
        return jdbc.sql("SELECT media::text FROM media WHERE meta_id = ?")
                .param(media)
                .query(String.class)
                .single();
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
}
