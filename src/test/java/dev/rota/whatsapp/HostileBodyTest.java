package dev.rota.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.desk.Event;
import dev.rota.desk.Heard;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies made to hurt: each is read or parked, at once and within bounds; smaller ones are files of the corpus. */
class HostileBodyTest {

    private static final Instant RECEIVED = Instant.parse("2026-11-24T12:00:00Z");
    private static final Duration AT_ONCE = Duration.ofSeconds(10); // on a busy machine; it takes a tenth of it
    private static final int LARGEST = 3 << 20;

    private final Splitter splitter = new Splitter();
    private final Reader reader = new Reader(ExampleCompany::simple);

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of("100,000 arrays deep", unknown("[".repeat(100_000)), "unreadable"),
                Arguments.of("100,000 objects deep", unknown("{\"a\":".repeat(100_000)), "unreadable"),
                Arguments.of("200,000 keys", unknown(many(200_000, i -> "\"" + i + "\":1", "{", "}")), "message"),
                Arguments.of("a number of 1 MB", unknown("1".repeat(1 << 20)), "unreadable"),
                Arguments.of("a number with an endless exponent", unknown("1e" + "9".repeat(60)), "message"),
                Arguments.of("a name of 1 MB", unknown("{\"" + "n".repeat(1 << 20) + "\":1}"), "unreadable"),
                Arguments.of("a text beyond 1 MB", text("x".repeat((1 << 20) + 1)), "message"),
                Arguments.of("a text of 65,536 characters", text("x".repeat(65_536)), "message"),
                Arguments.of("a wamid of 10 kB", message("\"id\":\"" + "w".repeat(10_240) + "\""), "message"),
                Arguments.of(
                        "a user id of 10 kB", message("\"from_user_id\":\"" + "u".repeat(10_240) + "\""), "message"),
                Arguments.of("a phone of 10 kB", message("\"from\":\"" + "5".repeat(10_240) + "\""), "message"),
                Arguments.of(
                        "a number id of 10 kB", change("5".repeat(10_240), "\"messages\":[{\"id\":\"a\"}]"), "message"),
                Arguments.of(
                        "a form within forms",
                        text("x")
                                .replace(
                                        "\"text\":",
                                        "\"edit\":" + "{\"message\":".repeat(50) + "{}" + "}".repeat(50)
                                                + ",\"text\":"),
                        "message"),
                Arguments.of("NUL behind the JSON", text("x") + "\0", "unreadable"),
                Arguments.of("3 MB of spaces", " ".repeat(LARGEST), "unreadable"),
                Arguments.of("3 MB of brackets", "[".repeat(LARGEST), "unreadable"),
                Arguments.of(
                        "a million entries",
                        "{\"object\":\"page\",\"entry\":" + many(1_000_000, i -> "1", "[", "]") + "}",
                        "unreadable"),
                Arguments.of(
                        "as many updates as fit",
                        change("7", "\"messages\":" + many(600_000, i -> "{}", "[", "]")),
                        "unreadable"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void a_body_is_read_or_parked_at_once(String name, String body, String kind) {
        var bytes = body.getBytes(UTF_8);

        var heard = Assertions.assertTimeoutPreemptively(
                AT_ONCE, () -> split(bytes).stream().map(reader::read).toList());

        assertThat(heard).hasSize(1);
        assertThat(heard.get(0).event().kind()).isEqualTo(kind);
        assertThat(heard.get(0).event().body()).isSameAs(bytes);
    }

    @Test
    void ids_longer_than_any_of_metas_recognise_nobody() {
        var long10k = "u".repeat(10_240);

        var said = (Heard.Message) read(message("\"from_user_id\":\"" + long10k + "\",\"from\":\"1\""));

        assertThat(said.identities()).hasSize(1);
        assertThat(read(message("\"id\":\"" + long10k + "\""))).isInstanceOf(Heard.Unhandled.class);
        assertThat(read(message("\"from\":\"" + long10k + "\""))).isInstanceOf(Heard.Unhandled.class);
    }

    @Test
    void a_reason_never_repeats_what_was_sent() {
        for (var body :
                List.of(text("segredo").substring(0, 90), text("segredo") + "segredo", "{\"segredo\":segredo}")) {
            assertThat(read(body).toString()).doesNotContain("segredo");
        }
    }

    @Test
    void the_largest_legal_body_is_taken_apart_in_linear_time() {
        var text = "x".repeat(2_800);
        var messages = many(
                1000,
                i -> "{\"id\":\"%d\",\"from\":\"%d\",\"type\":\"text\",\"text\":{\"body\":\"%s\"}}"
                        .formatted(i, i, text),
                "[",
                "]");
        var contacts = many(
                1000, i -> "{\"wa_id\":\"%d\",\"profile\":{\"name\":\"n%d\"}}".formatted(999 - i, 999 - i), "[", "]");
        var body = change(ExampleCompany.NUMBER, "\"contacts\":" + contacts + ",\"messages\":" + messages)
                .getBytes(UTF_8);
        assertThat(body.length).isBetween(LARGEST - (LARGEST >> 3), LARGEST);

        var events = Assertions.assertTimeoutPreemptively(AT_ONCE, () -> split(body));

        assertThat(events).hasSize(1000);
        assertThat(events.stream().mapToLong(event -> event.body().length).sum())
                .isLessThan(2L * LARGEST);
        assertThat(events.stream().map(reader::read).map(HostileBodyTest::name))
                .containsExactlyElementsOf(
                        IntStream.range(0, 1000).mapToObj(i -> "n" + i).toList());
    }

    @Test
    void as_many_contacts_as_messages_take_no_longer_than_their_sum() {
        var messages = many(20_000, i -> "{\"id\":\"%d\",\"from\":\"%d\"}".formatted(i, i % 7), "[", "]");
        var contacts = many(20_000, i -> "{\"wa_id\":\"%d\"}".formatted(i % 5), "[", "]");
        var body = change("7", "\"contacts\":" + contacts + ",\"messages\":" + messages)
                .getBytes(UTF_8);

        var events = Assertions.assertTimeoutPreemptively(AT_ONCE, () -> split(body));

        assertThat(events).hasSize(20_000);
    }

    private static String name(Heard heard) {
        return String.valueOf(((Heard.Message) heard).profile().name());
    }

    private Heard read(String body) {
        return reader.read(split(body.getBytes(UTF_8)).get(0));
    }

    private List<Event> split(byte[] body) {
        return splitter.split(new SignedBody(body, RECEIVED));
    }

    private interface Item {
        String of(int i);
    }

    private static String many(int count, Item item, String before, String behind) {
        return IntStream.range(0, count).mapToObj(item::of).collect(Collectors.joining(",", before, behind));
    }

    /** A message with something that nobody knows. */
    private static String unknown(String value) {
        return message("\"unknown\":" + value);
    }

    private static String text(String text) {
        return message("\"type\":\"text\",\"text\":{\"body\":\"" + text + "\"}");
    }

    /** A message with more members; what it says twice counts as it says it last. */
    private static String message(String members) {
        var usual = members.contains("\"from_user_id\":") || members.contains("\"from\":") ? "" : "\"from\":\"1\",";
        return change(ExampleCompany.NUMBER, "\"messages\":[{\"id\":\"a\"," + usual + members + "}]");
    }

    private static String change(String number, String value) {
        return "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"9\",\"changes\":[{\"field\":\"messages\","
                + "\"value\":{\"metadata\":{\"phone_number_id\":\"" + number + "\"}," + value + "}}]}]}";
    }
}
