package dev.rota.flow.downstream;

import static dev.rota.flow.downstream.Bringing.assigned;
import static dev.rota.flow.downstream.Bringing.ticket;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rota.desk.DeliveryOutcome;
import dev.rota.desk.DeliveryOutcome.Ambiguous;
import dev.rota.desk.DeliveryOutcome.Closed;
import dev.rota.desk.DeliveryOutcome.Delivered;
import dev.rota.desk.DeliveryOutcome.Refused;
import dev.rota.desk.DeliveryOutcome.Retry;
import dev.rota.desk.Ticket;
import dev.rota.downstream.Outcomes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** Commands on a topic of a real Kafka: each a CloudEvent, keyed by its conversation. */
class KafkaTest {

    private static final String TOPIC = "assignments";
    private static final String OTHER = "others";
    private static final EmbeddedKafkaBroker KAFKA =
            new EmbeddedKafkaKraftBroker(1, 4, TOPIC, OTHER).brokerProperty("auto.create.topics.enable", "false");

    private static final ExecutorService PIPES = Executors.newCachedThreadPool();

    @BeforeAll
    static void open() {
        KAFKA.afterPropertiesSet();
    }

    @AfterAll
    static void close() {
        KAFKA.destroy();
        PIPES.shutdownNow();
    }

    @Test
    void a_command_is_a_cloud_event_keyed_by_its_conversation_and_those_of_one_keep_their_order() throws IOException {
        try (var bringing = to(KAFKA.getBrokersAsString(), TOPIC)) {
            assertThat(bringing.bring(assigned())).isEqualTo(new Delivered(null, null, "created"));
            assertThat(bringing.bring(ticket("status", 2, "closed", null))).isInstanceOf(Delivered.class);
            assertThat(bringing.bring(ticket("ticket", 3, "in_progress", null))).isInstanceOf(Delivered.class);
        }

        var records = read(3);
        assertThat(records).extracting(ConsumerRecord::key).containsOnly("42");
        assertThat(records)
                .extracting(ConsumerRecord::partition)
                .containsOnly(records.get(0).partition());
        assertThat(new String(
                        records.get(0).headers().lastHeader("content-type").value(), UTF_8))
                .isEqualTo("application/cloudevents+json; charset=UTF-8");
        assertThat(records.get(0).headers()).as("and nothing else of ours").hasSize(1);

        var events = new ArrayList<JsonNode>();
        for (var each : records) {
            events.add(ContractFake.JSON.readTree(each.value()));
        }
        assertThat(events)
                .extracting(event -> event.path("id").asText())
                .containsExactly("42:ticket:1", "42:status:2", "42:ticket:3");
        var first = events.get(0);
        assertThat(first.path("specversion").asText()).isEqualTo("1.0");
        assertThat(first.path("source").asText()).isEqualTo("rota");
        assertThat(first.path("type").asText()).isEqualTo("dev.rota.ticket");
        assertThat(first.path("subject").asText()).isEqualTo("42");
        assertThat(first.path("datacontenttype").asText()).isEqualTo("application/json");
        assertThat(first.at("/data/owner/externalId").asText()).isEqualTo("3901");
        assertThat(first.at("/data/messages/0/at").asText()).isEqualTo("2026-11-24T14:59:00Z");
        EventPage.check("kafka", "kafka-ticket-action", records.get(0).key(), first);
    }

    @Test
    void while_nobody_is_there_it_is_tried_again_and_arrives_as_soon_as_somebody_is() throws IOException {
        var port = freePort();
        try (var bringing = to("127.0.0.1:" + port, OTHER)) {
            assertThat(bringing.bring(assigned())).isEqualTo(new Retry("desk can't be reached", null));

            try (var gate = new ServerSocket(port, 50, InetAddress.getLoopbackAddress())) {
                lead(gate, KAFKA.getBrokersAsString());
                assertThat(bringing.bring(assigned(), 2)).isEqualTo(new Delivered(null, null, "created"));
            }
        }
    }

    @Test
    void a_topic_that_is_not_there_is_named_with_its_remedy() {
        try (var bringing = to(KAFKA.getBrokersAsString(), "asignments")) {
            assertThat(bringing.bring(assigned()))
                    .isEqualTo(new Refused(
                            "desk has no such topic: make it, or correct 'topic' in config/downstreams.yaml"));
        }
    }

    @Test
    void a_command_that_is_too_large_is_refused_and_the_next_one_goes_on() {
        var line =
                new Ticket.Line("1", "in", "text", "x".repeat(1_100_000), Instant.parse("2026-11-24T14:59:00Z"), null);
        try (var bringing = to(KAFKA.getBrokersAsString(), OTHER)) {
            assertThat(bringing.bring(ticket("message", 1, "waiting", null, line)))
                    .isEqualTo(new Refused(
                            "desk takes no message as large as this one: raise max.message.bytes of its" + " topic"));
            assertThat(bringing.bring(assigned())).isInstanceOf(Delivered.class);
        }
    }

    @Test
    void what_kafkas_client_does_not_take_is_the_files_fault() {
        var with = Map.of("brokers", KAFKA.getBrokersAsString(), "topic", TOPIC, "security", "SASL_PLAINTEXT");
        try (var bringing = new Bringing("kafka-ticket-action", with)) {
            assertThat(bringing.bring(assigned()))
                    .isEqualTo(
                            new Refused(
                                    "desk was not asked: Kafka's client does not take its parameters in config/downstreams.yaml"));
        }
    }

    static Stream<Arguments> failures() {
        var locked = ": our credentials are not accepted; check its secrets in config/downstreams.yaml";
        return Stream.of(
                Arguments.of(
                        new SaslAuthenticationException("no"), new Closed("desk does not let us in" + locked, null)),
                Arguments.of(
                        new TopicAuthorizationException("assignments"),
                        new Closed("desk does not let us write to its topic" + locked, null)),
                Arguments.of(
                        new TimeoutException("Expiring 1 record(s) for assignments-0:20000 ms has passed"),
                        new Ambiguous(
                                "desk did not say in time whether it has it; it is written again, with the same id")),
                Arguments.of(
                        new TimeoutException("Topic assignments not present in metadata after 5000 ms."),
                        new Retry("desk can't be reached", null)),
                Arguments.of(
                        new ConfigException("No resolvable bootstrap urls given in bootstrap.servers"),
                        new Retry("desk can't be reached", null)),
                Arguments.of(new NotLeaderOrFollowerException(), new Retry("desk can't be reached", null)));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void a_failure_is_one_of_the_closed_list(Exception failure, DeliveryOutcome outcome) {
        var outcomes = new KafkaOutcomes(new Outcomes(Bringing.CLOCK));

        assertThat(outcomes.failed("desk", new IllegalStateException(failure)))
                .as("wrapped by Camel")
                .isEqualTo(outcome);
    }

    private static Bringing to(String brokers, String topic) {
        return new Bringing("kafka-ticket-action", Map.of("brokers", brokers, "topic", topic));
    }

    /** Passes on what comes to a port, byte for byte. */
    private static void lead(ServerSocket gate, String address) {
        var port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
        PIPES.execute(() -> {
            while (!gate.isClosed()) {
                try {
                    var one = gate.accept();
                    var other = new Socket(InetAddress.getLoopbackAddress(), port);
                    pipe(one, other);
                    pipe(other, one);
                } catch (IOException e) {
                    return;
                }
            }
        });
    }

    private static void pipe(Socket from, Socket to) {
        PIPES.execute(() -> {
            try (from;
                    to) {
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException e) {
                // the other side has ended
            }
        });
    }

    private static List<ConsumerRecord<String, byte[]>> read(int count) {
        var all = new ArrayList<ConsumerRecord<String, byte[]>>();
        var settings = Map.<String, Object>of(
                "bootstrap.servers", KAFKA.getBrokersAsString(), "group.id", "reader", "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            var end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (all.size() < count && System.nanoTime() < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(all::add);
            }
        }
        return all;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
