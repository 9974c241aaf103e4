package dev.rota.flow.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import dev.rota.desk.Answer;
import dev.rota.whatsapp.Corpus;
import java.io.IOException;
import java.net.BindException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers who send what Meta never would. */
class HostileCallerTest {

    private static final DoorSettings IMPATIENT =
            new DoorSettings("127.0.0.1", 0, 4 << 20, 64 << 10, 1 << 20, Duration.ofMillis(600));
    private static final String HEAD = "POST /webhooks/whatsapp HTTP/1.1\r\nHost: x\r\n";

    /** Names by which Camel components are steered; each has been the subject of an advisory, or is like one. */
    static List<String> steeringNames() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/steering-names.txt"));
    }

    @Test
    void there_are_sixty_steering_names() throws Exception {
        assertThat(steeringNames()).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(60);
    }

    @ParameterizedTest
    @MethodSource("steeringNames")
    void no_member_of_the_json_reaches_the_exchange_of_any_step(String name) throws Exception {
        var seen = new CopyOnWriteArrayList<Exchange>();
        var member = "\"" + name + "\":\"http://evil.example\",";
        var body = new String(Corpus.payload("text"), UTF_8)
                .replace("{", "{" + member)
                .getBytes(UTF_8);
        try (var door = RunningDoor.watched(seen)) {
            assertThat(door.post(body).statusCode()).isEqualTo(200);
        }

        assertThat(seen).hasSizeGreaterThanOrEqualTo(4).allSatisfy(exchange -> assertNothingOf(name, exchange));
    }

    @ParameterizedTest
    @MethodSource("steeringNames")
    void no_header_and_no_parameter_reaches_the_exchange(String name) throws Exception {
        var seen = new CopyOnWriteArrayList<Exchange>();
        try (var door = RunningDoor.open(spy(seen))) {
            for (var method : List.of("GET", "POST")) {
                var uri = door.uri("/spy?" + name + "=http://evil.example&hub.mode=x");
                door.send(HttpRequest.newBuilder(uri)
                        .header(name, "http://evil.example")
                        .method(method, BodyPublishers.ofByteArray(Corpus.payload("text"))));
            }
        }

        assertThat(seen).hasSize(2).allSatisfy(exchange -> {
            assertNothingOf(name, exchange);
            assertThat(exchange.getMessage().getBody().toString()).doesNotContain("evil");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "multipart/form-data; boundary=b"})
    void a_form_is_bytes_like_any_other_body(String type) throws Exception {
        var seen = new CopyOnWriteArrayList<Exchange>();
        var body =
                "CamelHttpUri=http://evil.example\r\n--b\r\nContent-Disposition: form-data; name=CamelSqlQuery\r\n\r\nx\r\n--b--";
        try (var door = RunningDoor.open(spy(seen))) {
            door.send(HttpRequest.newBuilder(door.uri("/spy"))
                    .header("Content-Type", type)
                    .POST(BodyPublishers.ofString(body)));
        }

        assertThat(seen).hasSize(1).allSatisfy(exchange -> assertNothingOf("CamelHttpUri", exchange));
    }

    private static void assertNothingOf(String name, Exchange exchange) {
        assertThat(exchange.getMessage().getHeaders()).isEmpty();
        assertThat(exchange.getProperties()).doesNotContainKey(name);
        assertThat(exchange.getVariables()).isEmpty();
    }

    private static RouteBuilder spy(List<Exchange> seen) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("platform-http:/spy").process(exchange -> {
                    seen.add(exchange.copy());
                    exchange.getMessage().setBody(Answer.of(200));
                });
            }
        };
    }

    @Test
    void a_body_announced_too_large_is_refused_before_it_comes() throws Exception {
        try (var door = RunningDoor.open();
                var caller = new RawCaller(door.port())) {
            caller.send(HEAD + "Content-Length: " + ((4 << 20) + 1) + "\r\n\r\n");

            assertThat(caller.listen()).startsWith("HTTP/1.1 413 ").containsIgnoringCase("connection: close");
            assertThat(door.journal().events()).isEmpty();
        }
    }

    @Test
    void a_body_that_grows_too_large_is_refused_on_the_way() throws Exception {
        try (var door = RunningDoor.open();
                var caller = new RawCaller(door.port())) {
            caller.send(HEAD + "Transfer-Encoding: chunked\r\n\r\n");
            for (var i = 0; i < 5; i++) {
                caller.send("100000\r\n");
                caller.send(new byte[1 << 20]);
                caller.send("\r\n");
            }

            assertThat(caller.listen()).startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void a_proper_client_that_sends_too_much_still_learns_why() throws Exception {
        try (var door = RunningDoor.open()) {
            assertThat(door.post(new byte[(4 << 20) + 1]).statusCode()).isEqualTo(413);
        }
    }

    @Test
    void four_mebibytes_are_not_too_much() throws Exception {
        try (var door = RunningDoor.open()) {
            assertThat(door.post(new byte[4 << 20]).statusCode()).isEqualTo(200);
            assertThat(door.journal().events()).extracting("kind").containsExactly("unreadable");
        }
    }

    @Test
    void a_client_that_asks_first_is_told_to_go_on() throws Exception {
        var body = Corpus.payload("text");
        try (var door = RunningDoor.open();
                var caller = new RawCaller(door.port())) {
            caller.send(HEAD + "Expect: 100-continue\r\nConnection: close\r\nX-Hub-Signature-256: "
                    + RunningDoor.sign(body) + "\r\nContent-Length: " + body.length + "\r\n\r\n");
            caller.send(body);

            assertThat(caller.listen())
                    .startsWith("HTTP/1.1 100 Continue\r\n\r\n")
                    .contains("HTTP/1.1 200 OK");
        }
    }

    @Test
    void bodies_of_strangers_take_no_more_than_their_room() throws Exception {
        try (var door = new RunningDoor(IMPATIENT);
                var caller = new RawCaller(door.port())) {
            caller.send(HEAD + "Content-Length: 2000000\r\n\r\n");
            caller.send(new byte[2_000_000]);

            assertThat(caller.listen()).startsWith("HTTP/1.1 503 ");
            assertThat(door.post(Corpus.payload("text")).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void who_sends_a_byte_now_and_then_is_cut_off() throws Exception {
        for (var beginning : List.of("POST ", HEAD + "X-Slow: ", HEAD + "Content-Length: 1000\r\n\r\n")) {
            try (var door = new RunningDoor(IMPATIENT);
                    var caller = new RawCaller(door.port())) {
                caller.send(beginning);

                await().atMost(Duration.ofSeconds(5))
                        .pollInterval(Duration.ofMillis(50))
                        .ignoreNoExceptions()
                        .until(() -> isCutOff(caller));
            }
        }
    }

    private static boolean isCutOff(RawCaller caller) {
        try {
            caller.send("a");
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Test
    void a_compressed_body_is_taken_as_it_is() throws Exception {
        var zipped = new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0};
        try (var door = RunningDoor.open()) {
            var answer = door.send(HttpRequest.newBuilder(door.uri(RunningDoor.PATH))
                    .header("Content-Encoding", "gzip")
                    .header("X-Hub-Signature-256", RunningDoor.sign(zipped))
                    .POST(BodyPublishers.ofByteArray(zipped)));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(door.journal().events().get(0).body()).isEqualTo(zipped);
        }
    }

    @Test
    void a_port_that_is_taken_is_named() throws Exception {
        try (var door = RunningDoor.open()) {
            assertThatCode(() -> new RunningDoor(DoorSettings.of("127.0.0.1", door.port())))
                    .hasRootCauseInstanceOf(BindException.class)
                    .hasStackTraceContaining("can't listen for webhooks on 127.0.0.1:" + door.port());
        }
    }
}
