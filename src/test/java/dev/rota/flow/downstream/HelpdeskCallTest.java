package dev.rota.flow.downstream;

import static dev.rota.flow.downstream.Bringing.ANA;
import static dev.rota.flow.downstream.Bringing.assigned;
import static dev.rota.flow.downstream.Bringing.said;
import static dev.rota.flow.downstream.Bringing.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rota.desk.DeliveryOutcome;
import dev.rota.desk.DeliveryOutcome.Ambiguous;
import dev.rota.desk.DeliveryOutcome.Closed;
import dev.rota.desk.DeliveryOutcome.Refused;
import dev.rota.desk.DeliveryOutcome.Retry;
import dev.rota.desk.PublicAddresses;
import dev.rota.downstream.Undelivered;
import dev.rota.flow.downstream.ContractFake.Response;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The one call to a helpdesk: where it goes, what it believes, and what it says of failures. */
class HelpdeskCallTest {

    private static final String SECRET = "s3cret)&?";

    private final ZendeskFake zendesk = new ZendeskFake();
    private final Bringing bringing = new Bringing("zendesk-ticket-action", with(zendesk.url()));

    @AfterEach
    void close() {
        bringing.close();
        zendesk.close();
    }

    static Stream<Arguments> answers() {
        var page = "<html><body>Log in</body></html>";
        return Stream.of(
                Arguments.of(
                        "a page",
                        new Response(200, page, "text/html; charset=utf-8", Map.of()),
                        new Refused("desk answered 200 with HTML instead of JSON to 'find'; check its url in"
                                + " config/downstreams.yaml")),
                Arguments.of(
                        "ten megabytes",
                        new Response(200, "[" + " ".repeat(10_000_000) + "]", "application/json", Map.of()),
                        new Refused(
                                "desk answered more than 1024 KiB to 'find'; check its url in config/downstreams.yaml")),
                Arguments.of(
                        "half of an answer",
                        new Response(200, "{\"tickets\": [", "application/json", Map.of()),
                        new Refused("desk answered 200 with JSON that breaks off or is none to 'find'; check its url in"
                                + " config/downstreams.yaml")),
                Arguments.of(
                        "another answer",
                        Response.of(200, Map.of("tickets", 7)),
                        new Refused("desk answered what its Kamelet can't read, to 'find'; check its Kamelet"
                                + " (JsonQueryTypeException)")),
                Arguments.of(
                        "a page that says that it is overloaded",
                        new Response(503, page, "text/html", Map.of("Retry-After", "Tue, 24 Nov 2026 15:02:00 GMT")),
                        new Closed("desk answered 503 to 'find'", Duration.ofMinutes(2))),
                Arguments.of("an error", Response.of(500, Map.of()), new Retry("desk answered 500 to 'find'", null)),
                Arguments.of(
                        "a field that it does not know",
                        Response.of(400, Map.of("error", "external_id is +55 11 98765-4321")),
                        new Refused(
                                "desk answered 400 to 'find': check what its parameters in config/downstreams.yaml and"
                                        + " 'ids' in config/teams.yaml name there")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void an_answer_that_is_no_success_is_one_of_the_closed_list(String what, Response answer, DeliveryOutcome outcome) {
        zendesk.answersNext(answer);

        assertThat(bringing.bring(assigned())).as(what).isEqualTo(outcome);
        assertThat(zendesk.tickets).isEmpty();
    }

    @Test
    void what_was_written_may_have_been_done_when_its_answer_cannot_be_read() {
        var closed = ticket("status", 2, "closed", null).forTicket("35436");
        zendesk.answersNext(new Response(200, "<html>", "text/html", Map.of()));

        assertThat(bringing.bring(closed)).isInstanceOf(Ambiguous.class);
    }

    @Test
    void a_redirect_is_not_followed_and_nobody_else_sees_the_credentials() {
        try (var other = new ZendeskFake()) {
            zendesk.answersNext(Response.of(302, Map.of()).with("Location", other.url() + "/api/v2/tickets"));

            assertThat(bringing.bring(assigned()))
                    .isEqualTo(new Refused(
                            "desk answered 302 to 'find': a redirect, which is not followed; put the address"
                                    + " itself into config/downstreams.yaml"));
            assertThat(other.asked()).isEmpty();
        }
    }

    @Test
    void a_private_address_is_not_asked_unless_it_may_be() {
        try (var guarded = new Bringing(Path.of("routes"), "zendesk-ticket-action", with(zendesk.url()), false)) {
            assertThat(guarded.bring(assigned()))
                    .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.reason())
                            .startsWith("desk was not asked: its address is on this machine or in a private network")
                            .endsWith("set allowPrivateAddress: true in config/downstreams.yaml"));
        }
        assertThat(zendesk.asked()).isEmpty();
    }

    @Test
    void nobody_there_is_tried_again() {
        var url = zendesk.url();
        zendesk.close();
        try (var late = new Bringing("zendesk-ticket-action", with(url))) {
            assertThat(late.bring(assigned())).isEqualTo(new Retry("desk can't be reached", null));
        }
    }

    @Test
    void a_ticket_id_from_there_leads_nowhere_else() {
        var elsewhere = ticket("message", 1, "in_progress", ANA, said(1, "oi")).forTicket("../../users/1?x=");
        bringing.bring(elsewhere);

        assertThat(zendesk.asked()).containsExactly("PUT /api/v2/tickets/..%2F..%2Fusers%2F1%3Fx%3D");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"method\": \"GET\", \"path\": \"//evil.example/\"}",
                "{\"method\": \"GET\", \"path\": \"@evil.example/\"}",
                "{\"method\": \"GET\", \"path\": \"/a/../../b\"}",
                "{\"method\": \"GET\", \"path\": \"/a?b=c\"}",
                "{\"method\": \"GET\", \"path\": \"/a b\"}",
                "{\"method\": \"TRACE\", \"path\": \"/\"}",
                "{\"method\": \"POST\", \"path\": \"/\", \"key\": \"a\\r\\nHost: evil.example\"}",
                "[]"
            })
    void a_request_that_would_leave_the_place_is_none(String wanted) throws Exception {
        var json = new ObjectMapper();
        var calls = new HelpdeskCalls(json);
        var asked = json.readTree("{\"ask\": \"find\"}");

        assertThatThrownBy(() -> calls.request(asked, json.readTree(wanted))).isInstanceOf(Undelivered.class);
        assertThat(calls.request(
                                asked,
                                json.readTree(
                                        "{\"method\": \"GET\", \"path\": \"/a/b.c\", \"query\": {\"q\": \"a&b\"}}"))
                        .query())
                .isEqualTo("q=a%26b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
                        "198.18.0.1",
                "240.0.0.1", "224.0.0.1", "::1", "fe80::1", "fd00::1", "::ffff:10.0.0.1", "64:ff9b::a00:1",
                        "2002:a00:1::"
            })
    void what_only_this_network_has_is_private(String address) throws UnknownHostException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "192.0.3.1", "2001:4860:4860::8888"})
    void what_everybody_can_reach_is_not(String address) throws UnknownHostException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isTrue();
    }

    private static Map<String, String> with(String url) {
        return Map.of("url", url, "user", "rota@fibranorte.example", "token", SECRET);
    }
}
