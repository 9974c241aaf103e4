package dev.rota.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rota.desk.Event;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SplitterTest {

    private static final Instant RECEIVED = Instant.parse("2026-11-24T12:00:00Z");

    private final Splitter splitter = new Splitter();

    @ParameterizedTest
    @ValueSource(strings = {"text", "status-read", "error-alone", "history", "account-update", "json-cut-off"})
    void a_body_with_one_element_is_the_event_byte_for_byte(String payload) {
        var body = Corpus.payload(payload);

        var events = splitter.split(new SignedBody(body, RECEIVED));

        assertThat(events).hasSize(1);
        assertThat(events.get(0).body()).isSameAs(body);
        assertThat(events.get(0).receivedAt()).isEqualTo(RECEIVED);
    }

    @Test
    void an_element_keeps_its_escapes_its_spaces_and_its_unknown_keys() {
        var first =
                "{ \"id\" : \"wamid.A\\/B\" ,\"from\":\"1\", \"type\":\"text\",\"text\":{\"body\":\"Ol\\u00e1 a\\/b\"}, \"new\":[ 1,{} ] }";
        var second = "{\"id\":\"wamid.B\",\"from\":\"2\",\"type\":\"text\",\"text\":{\"body\":\"]},{[\"}}";

        var events = split(change("\"messages\" :[ " + first + " ,\n" + second + "]"));

        assertThat(text(events.get(0))).isEqualTo(change("\"messages\" :[" + first + "]"));
        assertThat(text(events.get(1))).isEqualTo(change("\"messages\" :[" + second + "]"));
    }

    @Test
    void a_part_holds_the_contacts_of_its_own_customer_alone() {
        var contacts = "\"contacts\":[{\"wa_id\":\"2\"},{\"user_id\":\"B1\",\"wa_id\":\"1\"},{\"wa_id\":\"3\"}]";
        var messages = "\"messages\":[{\"id\":\"a\",\"from\":\"1\"},{\"id\":\"b\",\"from\":\"2\"}]";

        var events = split(change(contacts + "," + messages));

        assertThat(text(events.get(0))).contains("\"contacts\":[{\"user_id\":\"B1\",\"wa_id\":\"1\"}]");
        assertThat(text(events.get(1))).contains("\"contacts\":[{\"wa_id\":\"2\"}]");
    }

    @Test
    void a_thousand_updates_become_a_thousand_events_in_order() throws IOException {
        var messages = IntStream.range(0, 1000)
                .mapToObj(i -> "{\"from\":\"55%d\",\"id\":\"wamid.%d\",\"type\":\"text\",\"text\":{\"body\":\"%d\"}}"
                        .formatted(i % 300, i, i))
                .toList();
        var contacts = IntStream.range(0, 300)
                .mapToObj("{\"wa_id\":\"55%d\"}"::formatted)
                .collect(Collectors.joining(","));

        var events = split(change("\"contacts\":[" + contacts + "],\"messages\":[" + String.join(",", messages) + "]"));

        assertThat(events).hasSize(1000);
        assertThat(events.stream().map(Event::key)).doesNotHaveDuplicates();
        for (var i = 0; i < 1000; i++) {
            var value = new ObjectMapper().readTree(events.get(i).body()).at("/entry/0/changes/0/value");
            assertThat(text(events.get(i))).contains(messages.get(i));
            assertThat(value.path("messages")).hasSize(1);
            assertThat(value.path("contacts")).hasSize(1);
        }
    }

    @Test
    void a_body_that_would_grow_without_bounds_in_parts_is_kept_whole() {
        var bulk = "\"bulk\":\"" + "x".repeat(100_000) + "\"";
        var messages =
                IntStream.range(0, 1000).mapToObj("{\"id\":\"%d\"}"::formatted).collect(Collectors.joining(","));

        var events = split(change(bulk + ",\"messages\":[" + messages + "]"));

        assertThat(events).hasSize(1);
        assertThat(events.get(0).kind()).isEqualTo("unreadable");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    messages | {"id":"a","from":"1"}                   | {"from":"1", "id":"a","type":"text"}                      | true
                    messages | {"id":"a\\/b","from":"1"}               | {"id":"a/b","from":"1"}                                   | true
                    messages | {"id":"a","from":"1"}                   | {"id":"b","from":"1"}                                     | false
                    messages | {"id":"a","type":"unsupported"}         | {"id":"a","type":"text"}                                  | false
                    messages | {"from":"1","type":"text"}              | {"from":"1","type":"text"}                                | true
                    messages | {"from":"1","type":"text"}              | {"from":"1","type":"image"}                               | false
                    # Meta tells the same with the same time; news of the same with another time changes nothing, and is news.
                    messages | {"id":"a","from":"1","timestamp":"2"}   | {"timestamp":2,"id":"a"}                                  | true
                    messages | {"id":"a","timestamp":"2"}              | {"id":"b","timestamp":"2"}                                | false
                    statuses | {"id":"a","status":"sent","timestamp":"2"} | {"id":"a","status":"sent","timestamp":"2"}             | true
                    statuses | {"id":"a","status":"sent","timestamp":"2"} | {"id":"a","status":"sent","timestamp":"3"}             | false
                    statuses | {"id":"a","status":"sent"}              | {"id":"a","status":"read"}                                | false
                    statuses | {"id":"a","status":"sent","recipient_participant_id":"1"} | {"id":"a","status":"sent","recipient_participant_id":"2"} | false
                    errors   | {"id":"a","code":1}                     | {"id":"a","code":2}                                       | false
                    calls    | {"id":"a","event":"connect"}            | {"id":"a","event":"connect","timestamp":"2"}              | true
                    calls    | {"id":"a","event":"connect"}            | {"id":"a","event":"terminate"}                            | false
                    user_preferences | {"wa_id":"1","value":"stop"}    | {"wa_id":"1","value":"resume"}                            | false
                    """)
    void what_makes_two_elements_the_same_event(String list, String one, String other, boolean same) {
        var first = split(change("\"" + list + "\":[" + one + "]")).get(0).key();
        var second = split(change("\"" + list + "\":[" + other + "]")).get(0).key();

        assertThat(first.equals(second)).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # What another app answers may still come to us; what else is told there is no news when told again.
                    "messages":[{"id":"a","from":"1"}]                 | false
                    "messages":[{"id":"a","type":"unsupported"}]       | true
                    "statuses":[{"id":"a","status":"read"}]            | true
                    "message_echoes":[{"id":"a","to":"1"}]             | true
                    """)
    void what_comes_by_standby_is_the_same_event_or_another(String value, boolean same) {
        var direct = split(change(value)).get(0);
        var standby = split(change("\"standby\":{" + value + "}")).get(0);

        assertThat(standby.key().equals(direct.key())).isEqualTo(same);
    }

    @Test
    void a_message_is_the_same_event_alone_and_in_a_batch() {
        var alone =
                split(change("\"messages\":[{\"id\":\"a\",\"from\":\"1\"}]")).get(0);
        var batched = split(change("\"messages\":[{\"id\":\"z\",\"from\":\"2\"},{\"id\":\"a\",\"from\":\"1\"}]"))
                .get(1);

        assertThat(batched.key()).isEqualTo(alone.key());
        assertThat(batched.lane()).isEqualTo(alone.lane());
    }

    @ParameterizedTest
    @CsvSource({
        "a second later,          \"1764000000\", \"1764000001\"",
        "as a number,             1764000000,     1764000001",
        "without a time,          null,           1764000000",
        "in the last second,      1764000000,     4294967295",
        "too late for four bytes, 4294967296,     1",
        "in milliseconds,         1764000000123,  1",
        "before all time,         -1,             1",
        "no number at all,        \"yesterday\",  1",
    })
    void keys_stand_in_the_order_of_what_meta_says_of_the_time(String situation, String earlier, String later) {
        for (var id = 0; id < 100; id++) {
            assertThat(time(earlier, "a" + id)).as(situation).isLessThan(time(later, "b" + id));
        }
    }

    /** As PostgreSQL orders them: by their bytes. */
    private String time(String timestamp, String id) {
        return split(change("\"messages\":[{\"id\":\"" + id + "\",\"timestamp\":" + timestamp + "}]"))
                .get(0)
                .key()
                .toString();
    }

    @Test
    void keys_and_lanes_are_the_same_in_every_release() {
        assertStays("text", "6b06cdc0-687d-ddc5-fdad-2e4f47ce6671", 59);
        assertStays("unsupported", "6b06cdc0-c087-3227-5c88-2c58df9765f6", 59);
        assertStays("status-read", "6b06cdc0-0e97-ff8e-a127-00cab614b1e0", 59);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "contacts":[],"messages":[{"id":"a","from":"1"}]                                     | 1
                    "contacts":[{"wa_id":"1"}],"messages":[{"id":"a","from":"1"}]                        | 1
                    "contacts":[{"wa_id":"1","user_id":"U"}],"messages":[{"id":"a","from":"1"}]          | U
                    "messages":[{"id":"a","from_user_id":"U"}],"contacts":[{"user_id":"U"}]              | U
                    "messages":[{"id":"a"}],"contacts":[{"user_id":"U"}]                                 | U
                    "messages":[{"id":"a","from":"1","from_user_id":"U"}]                                | U
                    "statuses":[{"id":"a","status":"sent","recipient_id":"1","recipient_user_id":"U"}]   | U
                    "statuses":[{"id":"a","status":"sent","recipient_id":"1"}]                           | 1
                    "statuses":[{"id":"wamid.1","status":"sent"}]                                        | wamid.1
                    "message_echoes":[{"id":"a","to":"1"}]                                               | 1
                    "messages":[{"id":"a","from":"1","from_user_id":"U","group_id":"G"}]                 | G
                    "message_echoes":[{"id":"a","to":"1","group_id":"G"}]                                | G
                    "statuses":[{"id":"a","status":"sent","recipient_id":"G","recipient_participant_id":"1"}] | G
                    "calls":[{"id":"a","from":"1","to":"2","direction":"USER_INITIATED"}]                | 1
                    "calls":[{"id":"a","from":"2","to":"1","direction":"BUSINESS_INITIATED"}]            | 1
                    "user_preferences":[{"wa_id":"1","user_id":"U"}]                                     | U
                    "standby":{"contacts":[{"wa_id":"1","user_id":"U"}],"messages":[{"id":"a","from":"1"}]} | U
                    """)
    void a_lane_belongs_to_a_customer_of_a_number(String value, String customer) {
        assertThat(split(change(value)).get(0).lane()).isEqualTo(Fingerprint.lane("7", customer));
    }

    @Test
    void a_handover_takes_the_lane_of_its_customer() {
        var handover = change("\"sender\":{\"wa_id\":\"1\"}").replace("\"messages\"", "\"messaging_handovers\"");

        assertThat(split(handover).get(0).lane()).isEqualTo(Fingerprint.lane("7", "1"));
    }

    @Test
    void customers_spread_evenly_over_the_lanes() {
        var perLane = IntStream.range(0, 64_000)
                .map(i -> Fingerprint.lane(ExampleCompany.NUMBER, "55119%08d".formatted(i)))
                .boxed()
                .collect(Collectors.groupingBy(lane -> lane, Collectors.counting()));

        assertThat(perLane.keySet())
                .containsExactlyElementsOf(
                        IntStream.range(0, Event.LANES).boxed().toList());
        assertThat(perLane.values()).allMatch(count -> count > 500 && count < 2000);
    }

    private void assertStays(String payload, String key, int lane) {
        var event = split(new String(Corpus.payload(payload), StandardCharsets.UTF_8))
                .get(0);
        assertThat(event.key()).isEqualTo(UUID.fromString(key));
        assertThat(event.lane()).isEqualTo(lane);
    }

    private List<Event> split(String body) {
        return splitter.split(new SignedBody(body.getBytes(StandardCharsets.UTF_8), RECEIVED));
    }

    private static String text(Event event) {
        return new String(event.body(), StandardCharsets.UTF_8);
    }

    private static String change(String value) {
        return "{\"object\":\"whatsapp_business_account\", \"entry\":[{\"id\":\"9\",\"changes\":[{\"field\":\"messages\","
                + "\"value\":{\"metadata\":{\"phone_number_id\":\"7\"}," + value + "}}]}]}";
    }
}
