package dev.rota.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.desk.Copy;
import dev.rota.desk.Event;
import dev.rota.desk.Heard;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CopiesTest {

    private static final Instant RECEIVED = Instant.parse("2026-11-24T12:00:00Z");
    private static final String SIGNATURE = "sha256=" + "aB".repeat(32);

    private final Splitter splitter =
            new Splitter(new Copies(() -> Map.of("1", "forward.first", "2", "forward.first", "3", "forward.third")));

    @ParameterizedTest
    @CsvSource({
        "a number that forwards,         1,     1",
        "several events of it,           1 1 1, 1",
        "two numbers with one address,   1 2,   1",
        "two numbers with two addresses, 1 3,   1 3",
        "a number that does not forward, 4,     ''",
        "one of each kind,               4 3,   3"
    })
    void each_address_gets_one_copy_beside_the_events(String situation, String numbers, String copied) {
        var events = split(body(numbers.split(" ")));

        assertThat(copies(events)).extracting(Event::number).containsExactly(words(copied));
        assertThat(events).hasSize(words(numbers).length + words(copied).length);
    }

    @Test
    void a_copy_holds_the_signature_and_the_bytes_as_they_came() {
        var body = body("1", "2");

        var copy = Copy.of(copies(split(body)).get(0).body());

        assertThat(copy.signature()).isEqualTo(SIGNATURE);
        assertThat(copy.bytes()).isEqualTo(body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void the_same_bytes_again_are_the_same_copy_and_others_are_not() {
        var first = copies(split(body("1"))).get(0);

        assertThat(copies(split(body("1"))).get(0).key()).isEqualTo(first.key());
        assertThat(copies(split(body("1") + " ")).get(0).key()).isNotEqualTo(first.key());
    }

    @Test
    void the_key_of_a_copy_stands_beside_that_of_its_first_event() {
        var events = split(body("1").replace("\"status\":", "\"timestamp\":\"1764000000\",\"status\":"));

        assertThat(copies(events).get(0).key().toString())
                .startsWith(events.get(0).key().toString().substring(0, 8))
                .startsWith(Integer.toHexString(1_764_000_000));
    }

    @Test
    void a_copy_is_heard_as_a_copy_whatever_its_number_says_by_then() {
        var copy = copies(split(body("1"))).get(0);

        assertThat(new Reader(ExampleCompany::simple).read(copy)).isEqualTo(new Heard.Copy(copy));
    }

    @Test
    void what_can_not_be_read_goes_nowhere() {
        assertThat(copies(split("{\"object\":"))).isEmpty();
    }

    private List<Event> split(String body) {
        return splitter.split(new SignedBody(body.getBytes(StandardCharsets.UTF_8), RECEIVED, SIGNATURE));
    }

    private static List<Event> copies(List<Event> events) {
        return events.stream().filter(event -> event.kind().equals(Kinds.COPY)).toList();
    }

    private static String[] words(String text) {
        return text.isEmpty() ? new String[0] : text.split(" ");
    }

    private static String body(String... numbers) {
        var changes = new StringBuilder();
        for (var i = 0; i < numbers.length; i++) {
            changes.append(i == 0 ? "" : ",")
                    .append("{\"field\":\"messages\",\"value\":{\"metadata\":{\"phone_number_id\":\"")
                    .append(numbers[i])
                    .append("\"},\"statuses\":[{\"id\":\"wamid.")
                    .append(i)
                    .append("\",\"status\":\"sent\",\"recipient_id\":\"5\"}]}}");
        }
        return "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"9\",\"changes\":[" + changes + "]}]}";
    }
}
