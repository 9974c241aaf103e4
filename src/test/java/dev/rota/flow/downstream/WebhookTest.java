package dev.rota.flow.downstream;

import static dev.rota.flow.downstream.Bringing.assigned;
import static dev.rota.flow.downstream.Bringing.ticket;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.desk.DeliveryOutcome;
import dev.rota.desk.DeliveryOutcome.Closed;
import dev.rota.desk.DeliveryOutcome.Delivered;
import dev.rota.desk.DeliveryOutcome.Refused;
import dev.rota.desk.DeliveryOutcome.Retry;
import dev.rota.downstream.WebhookSignature;
import dev.rota.flow.downstream.ContractFake.Response;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Commands by webhook: each a CloudEvent with a key and a signature. */
class WebhookTest {

    /** The example of the specification of Standard Webhooks. */
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private final Receiver receiver = new Receiver();
    private final Bringing bringing =
            new Bringing("webhook-ticket-action", Map.of("url", receiver.url() + "/tickets", "secret", SECRET));

    @AfterEach
    void close() {
        bringing.close();
        receiver.close();
    }

    @Test
    void a_command_is_a_cloud_event_with_a_key_and_a_signature() throws IOException {
        assertThat(bringing.bring(assigned())).isEqualTo(new Delivered("T-1", "https://desk.example/T-1", "created"));
        assertThat(bringing.bring(assigned(), 2))
                .isEqualTo(new Delivered("T-1", "https://desk.example/T-1", "existing"));
        bringing.bring(ticket("status", 2, "closed", null).forTicket("T-1"));

        var first = receiver.pairs().get(0).request();
        assertThat(Stream.of("ce-specversion", "ce-id", "ce-source", "ce-type", "ce-subject", "Content-Type")
                        .map(first::header))
                .containsExactly("1.0", "42:ticket:1", "rota", "dev.rota.ticket", "42", "application/json");
        assertThat(first.header("Authorization")).isEmpty();
        assertThat(receiver.violations()).isEmpty();
        WirePage.check("webhook", "webhook-ticket-action", receiver);
    }

    @Test
    void it_signs_as_the_specification_does() {
        var then = Clock.fixed(Instant.ofEpochSecond(1614265330), ZoneOffset.UTC);
        var signed = new WebhookSignature(then)
                .sign("msg_p5jXN8AQM9LWM0D4loKWxJek", "{\"test\": 2432232314}".getBytes(UTF_8), SECRET);

        assertThat(signed.signature()).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of(new Response(204, "", "text/plain", Map.of()), new Delivered(null, null, "changed")),
                Arguments.of(Response.of(503, Map.of()), new Retry("desk answered 503 to 'the command'", null)),
                Arguments.of(
                        Response.of(429, Map.of()).with("Retry-After", "7"),
                        new Closed("desk answered 429 to 'the command'", Duration.ofSeconds(7))),
                Arguments.of(
                        new Response(200, "<html>", "text/html", Map.of()),
                        new Refused("desk answered 200 with HTML instead of JSON to 'the command'; check its url in"
                                + " config/downstreams.yaml")),
                Arguments.of(
                        Response.of(404, Map.of()),
                        new Refused("desk answered 404 to 'the command': check its url in config/downstreams.yaml")));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void an_answer_is_one_of_the_closed_list(Response answer, DeliveryOutcome outcome) {
        receiver.answersNext(answer);

        assertThat(bringing.bring(assigned())).isEqualTo(outcome);
    }

    /** Verifies what it gets, and carries out each key once. */
    private static final class Receiver extends ContractFake {

        private final Map<String, String> tickets = new HashMap<>();

        @Override
        Response answer(Request request) {
            must(request.method().equals("POST") && request.path().equals("/tickets"), "commands are posted");
            var body = request.body();
            must(request.header("Idempotency-Key").equals(body.path("key").asText()), "the key is that of the command");
            must(request.header("webhook-id").equals(body.path("key").asText()), "the id of the webhook is the key");
            var again = new WebhookSignature(Bringing.CLOCK).sign(request.header("webhook-id"), request.raw(), SECRET);
            must(request.header("webhook-timestamp").equals(again.timestamp()), "the timestamp is now");
            must(request.header("webhook-signature").equals(again.signature()), "the signature is right");
            for (var key : new String[] {"op", "conversation", "protocol", "status", "link"}) {
                must(body.path(key).isTextual(), key + " is a text");
            }
            must(body.path("messages").isArray() && body.path("because").isArray(), "messages and because are lists");
            var known = tickets.put(body.path("key").asText(), "T-1") != null;
            return Response.of(
                    200,
                    Map.of(
                            "ticketId",
                            "T-1",
                            "link",
                            "https://desk.example/T-1",
                            "outcome",
                            known ? "existing" : "created"));
        }
    }
}
