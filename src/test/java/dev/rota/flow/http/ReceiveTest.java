package dev.rota.flow.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.rota.whatsapp.Corpus;
import java.net.ConnectException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Meta, and everybody else who knocks, is told by {@code routes/10-receive.camel.yaml}. */
class ReceiveTest extends AtTheDoor {

    private static final byte[] BODY = Corpus.payload("text");

    @ParameterizedTest
    @MethodSource("wrongSignatures")
    void news_that_is_not_signed_is_refused_and_not_kept(String signature) throws Exception {
        var before = door.answered(401);

        var answer = door.post(BODY, signature);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEmpty();
        assertThat(door.journal().events()).isEmpty();
        assertThat(door.answered(401)).isEqualTo(before + 1);
    }

    static List<String> wrongSignatures() throws Exception {
        var right = RunningDoor.sign(BODY);
        return List.of(
                "",
                "sha256=",
                right.replace("sha256", "sha1"),
                right.substring(0, right.length() - 1),
                right + "0",
                right.substring("sha256=".length()),
                RunningDoor.sign(Corpus.payload("video")),
                RunningDoor.sign(new byte[0]));
    }

    @Test
    void news_without_a_signature_is_refused_and_not_kept() throws Exception {
        var answer =
                door.send(HttpRequest.newBuilder(door.uri(RunningDoor.PATH)).POST(BodyPublishers.ofByteArray(BODY)));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(door.journal().events()).isEmpty();
    }

    @Test
    void a_signature_in_upper_case_is_right() throws Exception {
        var signature = "sha256=" + RunningDoor.sign(BODY).substring(7).toUpperCase(Locale.ROOT);

        assertThat(door.post(BODY, signature).statusCode()).isEqualTo(200);
    }

    static List<String> payloads() {
        return Corpus.names();
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void whatever_is_signed_is_kept_and_answered_200(String payload) throws Exception {
        var body = Corpus.payload(payload);

        assertThat(door.post(body).statusCode()).isEqualTo(200);

        var events = door.journal().events();
        assertThat(events).isNotEmpty();
        if (events.size() == 1) {
            assertThat(events.get(0).body()).isEqualTo(body);
        }
    }

    @ParameterizedTest
    @CsvSource({"test_verify_token, 200", "wrong, 403", "'', 403"})
    void the_challenge_is_repeated_to_who_knows_the_token(String token, int status) throws Exception {
        var challenge = URLEncoder.encode("11<58>&=", StandardCharsets.UTF_8);
        var query = "?hub.challenge=" + challenge + "&hub.verify_token=" + token + "&hub.mode=subscribe";

        var answer = door.send(HttpRequest.newBuilder(door.uri(RunningDoor.PATH + query)));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo(status == 200 ? "11<58>&=" : "");
        if (status == 200) {
            assertThat(answer.headers().firstValue("content-type")).hasValue("text/plain; charset=utf-8");
            assertThat(answer.headers().firstValue("x-content-type-options")).hasValue("nosniff");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/webhooks", "/webhooks/whatsapp/", "/webhooks/whatsapp/x", "/actuator/health"})
    void there_is_nothing_else(String path) throws Exception {
        assertThat(door.send(HttpRequest.newBuilder(door.uri(path))).statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE"})
    void other_methods_are_not_allowed(String method) throws Exception {
        var answer =
                door.send(HttpRequest.newBuilder(door.uri(RunningDoor.PATH)).method(method, BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("allow")).hasValue("GET, POST");
    }

    @Test
    void a_thousand_updates_are_appended_at_once() throws Exception {
        var body = batch(1000, 100);

        assertThat(door.post(body).statusCode()).isEqualTo(200);
        assertThat(door.journal().events()).hasSize(1000);
    }

    @Test
    void three_megabytes_are_no_problem() throws Exception {
        var body = batch(1000, 3000);
        assertThat(body.length).isGreaterThan(3_000_000);

        assertThat(door.post(body).statusCode()).isEqualTo(200);
        assertThat(door.journal().events()).hasSize(1000);
    }

    @Test
    void no_answer_leaves_before_the_commit() throws Exception {
        var commit = new CompletableFuture<Void>();
        door.journal().commitsBy(() -> commit);
        var answer = door.client()
                .sendAsync(
                        HttpRequest.newBuilder(door.uri(RunningDoor.PATH))
                                .header("X-Hub-Signature-256", RunningDoor.sign(BODY))
                                .POST(BodyPublishers.ofByteArray(BODY))
                                .build(),
                        BodyHandlers.ofString());
        await().until(() -> door.journal().events().size() == 1);
        assertThat(answer).isNotDone();

        commit.complete(null);

        assertThat(answer.get().statusCode()).isEqualTo(200);
    }

    @Test
    void many_callers_wait_for_one_commit_without_holding_a_thread() throws Exception {
        var commit = new CompletableFuture<Void>();
        door.journal().commitsBy(() -> commit);
        var body = Corpus.payload("text");
        var request = HttpRequest.newBuilder(door.uri(RunningDoor.PATH))
                .header("X-Hub-Signature-256", RunningDoor.sign(body))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        var answers = IntStream.range(0, 200)
                .mapToObj(i -> door.client().sendAsync(request, BodyHandlers.ofString()))
                .toList();
        await().until(() -> door.journal().events().size() == 200);

        commit.complete(null);

        for (var answer : answers) {
            assertThat(answer.get().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_journal_that_cannot_commit_is_answered_503_without_detail() throws Exception {
        door.journal().commitsBy(() -> CompletableFuture.failedFuture(new IllegalStateException("disk full")));

        var answer = door.post(BODY);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void a_journal_that_throws_is_answered_503() throws Exception {
        door.journal().commitsBy(() -> {
            throw new IllegalStateException("full");
        });

        assertThat(door.post(BODY).statusCode()).isEqualTo(503);
    }

    @Test
    void a_caller_that_goes_away_disturbs_nobody() throws Exception {
        var before = door.answered(200);
        var commit = new CompletableFuture<Void>();
        door.journal().commitsBy(() -> commit);
        try (var caller = new RawCaller(door.port())) {
            caller.send("POST " + RunningDoor.PATH + " HTTP/1.1\r\nHost: x\r\nX-Hub-Signature-256: "
                    + RunningDoor.sign(BODY) + "\r\nContent-Length: " + BODY.length + "\r\n\r\n");
            caller.send(BODY);
            await().until(() -> door.journal().events().size() == 1);
        }
        door.journal().commitsBy(() -> CompletableFuture.completedFuture(null));
        commit.complete(null);

        assertThat(door.post(BODY).statusCode()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(5)).until(() -> door.answered(200) == before + 2);
    }

    @Test
    void a_stopped_route_says_come_again() throws Exception {
        door.camel().getRouteController().suspendRoute("receive.webhook");
        assertThat(door.post(BODY).statusCode()).isEqualTo(503);

        door.camel().getRouteController().resumeRoute("receive.webhook");
        assertThat(door.post(BODY).statusCode()).isEqualTo(200);
    }

    @Test
    void a_stopped_engine_leaves_its_port() throws Exception {
        var other = RunningDoor.open();
        var port = other.port();
        other.close();

        assertThatThrownBy(() -> new RawCaller(port)).isInstanceOf(ConnectException.class);
    }

    private static byte[] batch(int messages, int characters) {
        var text = "x".repeat(characters);
        var list = IntStream.range(0, messages)
                .mapToObj(i -> "{\"from\":\"1\",\"id\":\"%d\",\"type\":\"text\",\"text\":{\"body\":\"%s\"}}"
                        .formatted(i, text))
                .collect(Collectors.joining(","));
        return ("{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"1\",\"changes\":[{\"field\":\"messages\","
                        + "\"value\":{\"metadata\":{\"phone_number_id\":\"7\"},\"messages\":[" + list + "]}}]}]}")
                .getBytes(StandardCharsets.UTF_8);
    }
}
